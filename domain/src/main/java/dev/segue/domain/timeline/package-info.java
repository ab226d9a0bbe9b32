/** What is remembered of one listener: activities in order of time, in pages, and which events have been accepted. */
package dev.segue.domain.timeline;
