/** How evenly the listeners of a large service are spread over the subtasks of a job. */
package dev.segue.benchmarks.scale;
