package dev.segue.adapters.web.server;

/**
 * A note, as a browser sends it.
 *
 * @param incident the id of the incident it is about
 * @param acknowledged whether somebody looks after it
 * @param text what they found; null if nothing
 * @param by who says so; null if they do not say
 * @param seen the {@code at} of the note that its writer saw, or 0 if there was none: if there is another by now, this one is
 *     refused (409); null to replace whatever there is
 */
record NoteRequest(String incident, boolean acknowledged, String text, String by, Long seen) {}
