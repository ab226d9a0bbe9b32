/**
 * The demo: everything on one machine, an invented audience, and on the terminal what becomes of it. Runs the sessions
 * job as {@code segue run} does, and knows of its results only what stands on the output topics.
 */
package dev.segue.demo;
