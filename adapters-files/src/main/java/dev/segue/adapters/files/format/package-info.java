/** The formats a listening history comes in, and how a row of each becomes a playback event. */
package dev.segue.adapters.files.format;
