/** {@code segue forget}: erases listeners from the jobs' state and from the topics of results. */
package dev.segue.app.forget;
