/** The command line: commands, options, and messages when something fails. */
package dev.segue.app.cli;
