package dev.segue.adapters.web.server;

/**
 * A note, as a browser sends it.
 *
 * @param incident the id of the incident it is about
 * @param acknowledged whether somebody looks after it
 * @param text what they found; null if nothing
 * @param by who says so; null if they do not say
 */
record NoteRequest(String incident, boolean acknowledged, String text, String by) {}
