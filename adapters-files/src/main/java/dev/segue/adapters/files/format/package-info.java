/** The file formats of listening histories, and how their rows become playback events. */
package dev.segue.adapters.files.format;
