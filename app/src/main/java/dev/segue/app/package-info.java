/** The deployed application: the jobs, each in its own package under {@code job}, and the command line. */
package dev.segue.app;
