/** What is deployed: the jobs, each in a package of its own under {@code job}, and the command line that runs them. */
package dev.segue.app;
