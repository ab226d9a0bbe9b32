/** Finds the input files under the paths given. */
package dev.segue.adapters.files.input;
