/** Configuration keys that several commands share, and the records they are read into. */
package dev.segue.app.option;
