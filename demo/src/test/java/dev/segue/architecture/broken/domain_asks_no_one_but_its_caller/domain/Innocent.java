package dev.segue.architecture.broken.domain_asks_no_one_but_its_caller.domain;

/** Asks its caller. */
public final class Innocent {

    String format(java.util.Locale locale, java.time.Instant now) {
        return String.format(locale, "%s", now.atZone(java.time.ZoneOffset.UTC));
    }
}
