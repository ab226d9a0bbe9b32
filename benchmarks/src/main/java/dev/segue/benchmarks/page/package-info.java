/** What the live page costs when it is full: the server's time for each view, and what it sends to a tab. */
package dev.segue.benchmarks.page;
