package dev.segue.simulator.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong between playing music and receiving the events. Each can be left out. */
public enum Hazard {
    /** Hours offline, then everything at once, after newer events from another device. */
    FLIGHTS("flights"),
    /** One listener on two devices at the same time. */
    TWO_DEVICES("sittings on two devices at once"),
    /** The same event again. */
    DUPLICATES("events sent again"),
    /** Clocks wrong by minutes or days; some clients reveal it, others do not. */
    WRONG_CLOCKS("listeners with wrong clocks"),
    /** A partition on which nothing arrives for hours, and then everything. */
    IDLE_PARTITIONS("partitions silent for hours"),
    /** Listeners who never stop. */
    BOTS("bots"),
    /** Bytes that are not an event, and events without a listener. */
    GARBAGE("garbage"),
    /** Single plays longer than the session gap. */
    LONG_PLAYS("plays longer than the gap"),
    /** A pause of hours in the middle of a track. */
    LONG_PAUSES("pauses of hours inside a play"),
    /** Devices that report what happened days ago. */
    BEYOND_ALLOWED_LATENESS("events from days ago");

    private final String inWords;

    Hazard(String inWords) {
        this.inWords = inWords;
    }

    /** What is counted, such as {@code flights}. */
    public String inWords() {
        return inWords;
    }

    /** Whether it is in how people listen, as opposed to how their events reach the server. */
    public boolean isInListening() {
        return switch (this) {
            case FLIGHTS, TWO_DEVICES, BOTS, LONG_PLAYS, LONG_PAUSES -> true;
            case DUPLICATES, WRONG_CLOCKS, IDLE_PARTITIONS, GARBAGE, BEYOND_ALLOWED_LATENESS -> false;
        };
    }

    /** Its name on the command line, such as {@code two-devices}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names on the command line. */
    public static List<String> options() {
        return Arrays.stream(values()).map(Hazard::option).toList();
    }

    /** The hazard of this name on the command line, or empty. */
    public static Optional<Hazard> named(String option) {
        return Arrays.stream(values())
                .filter(hazard -> hazard.option().equals(option))
                .findFirst();
    }
}
