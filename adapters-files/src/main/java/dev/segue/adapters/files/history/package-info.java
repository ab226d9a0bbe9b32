/** Which listener the rows of streaming histories belong to, and which rows are one play although exports differ. */
package dev.segue.adapters.files.history;
