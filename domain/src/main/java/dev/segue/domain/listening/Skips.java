package dev.segue.domain.listening;

/** How many plays the listener left before their end, by class. */
public record Skips(int quick, int early, int late) {

    public static final Skips NONE = new Skips(0, 0, 0);

    public int total() {
        return quick + early + late;
    }
}
