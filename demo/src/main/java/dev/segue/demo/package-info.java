/**
 * The demo: everything on one machine, with a simulated audience and its results on the terminal. Runs the jobs as
 * {@code segue run} does, and knows their results only from the output topics.
 */
package dev.segue.demo;
