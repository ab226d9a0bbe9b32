/** The configuration keys that several commands share, and what they are read into. */
package dev.segue.app.option;
