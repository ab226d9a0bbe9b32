/** Whose the rows of streaming histories are, and which of them are one play, though exports differ about it. */
package dev.segue.adapters.files.history;
