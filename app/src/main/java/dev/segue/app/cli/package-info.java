/** The command line: what a person types, and what they are told when it does not work. */
package dev.segue.app.cli;
