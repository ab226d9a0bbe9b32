/** {@code segue topics}: the topics and the rights of an installation, from what the jobs declare. */
package dev.segue.app.topic;
