/** The stored activities of one listener: in order of time, in pages, with receipts of accepted events. */
package dev.segue.domain.timeline;
