/** What the demo shows on the terminal. */
package dev.segue.demo.screen;
