/** Text of any format: lines, CSV records, JSON objects, times. Recovers where a file is broken. */
package dev.segue.adapters.files.format.text;
