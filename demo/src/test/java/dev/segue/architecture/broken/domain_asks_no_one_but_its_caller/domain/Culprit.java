package dev.segue.architecture.broken.domain_asks_no_one_but_its_caller.domain;

/** Asks the machine, the moment and chance. */
@SuppressWarnings({"DefaultCharset", "StringCaseLocaleUsage", "JavaTimeDefaultTimeZone", "TimeZoneUsage", "JavaUtilDate"
})
public final class Culprit {

    Object clock() {
        return java.time.Instant.now();
    }

    Object otherClock() {
        return java.time.Clock.systemUTC();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Object today() {
        return java.time.LocalDate.now();
    }

    Object date() {
        return new java.util.Date();
    }

    Object zone() {
        return java.time.ZoneId.systemDefault();
    }

    Object oldZone() {
        return java.util.TimeZone.getDefault();
    }

    Object locale() {
        return java.util.Locale.getDefault();
    }

    String format() {
        return String.format("%d", 1);
    }

    String formatted() {
        return "%d".formatted(1);
    }

    String upper() {
        return "i".toUpperCase();
    }

    byte[] charset() {
        return "i".getBytes();
    }

    double chance() {
        return Math.random();
    }

    Object random() {
        return new java.util.Random();
    }

    Object uuid() {
        return java.util.UUID.randomUUID();
    }

    void output() {
        System.out.println();
    }

    String environment() {
        return System.getenv("HOME");
    }

    Object thread() {
        return Thread.currentThread();
    }
}
