package dev.segue.adapters.web.view;

/** What an edition, or a KPI over time, is compared with. */
public enum Comparison {
    /** The edition before, at the same age: as many days after its own release. */
    EDITION_BEFORE,
    /** The same hour, day or week a week earlier; of an edition the one that came out a week before, at the same age. */
    WEEK_BEFORE,
    /** The baseline of the alert rule; of an edition the median of those that came out in the weeks before, at the same age. */
    EXPECTED
}
