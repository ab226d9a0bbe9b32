/** Finds, under the paths a person names, the files that hold listening. */
package dev.segue.adapters.files.input;
