package dev.segue.domain.kpi;

import dev.segue.domain.playback.Device;

/**
 * Where listeners are, in one time zone of a country, in a country, or anywhere; and in a country also what they listen on.
 *
 * @param country ISO 3166-1 alpha-2, {@link #NO_COUNTRY} when no event reported one; null for the world
 * @param timeZone IANA id, {@link #NO_ZONE} when no event reported one; null for all zones together
 * @param deviceType null for all types of device together
 */
public record Place(String country, String timeZone, Device.Type deviceType) {

    /** Stands for a country that is not known; ISO 3166 leaves it to its users, CLDR uses it so. */
    public static final String NO_COUNTRY = "ZZ";

    /** The zone by which listening is counted whose zone is not known. */
    public static final String NO_ZONE = "Etc/UTC";

    public static final Place WORLD = new Place(null, null);

    /** With all types of device. */
    public Place(String country, String timeZone) {
        this(country, timeZone, null);
    }

    public Place {
        if (deviceType != null && (country == null || timeZone != null)) {
            throw new IllegalArgumentException(
                    "devices are counted by country, but the country is " + country + " and the time zone " + timeZone);
        }
        if (country == null && timeZone != null) {
            throw new IllegalArgumentException("the world has no time zone of its own, but was given " + timeZone);
        }
    }

    /**
     * The country by which listening is counted: the reported one if it is two letters from A to Z, else
     * {@link #NO_COUNTRY}. So there are no more than 676, whatever clients send.
     *
     * @param reported may be null
     */
    public static String countryOf(String reported) {
        boolean isCode = reported != null
                && reported.length() == 2
                && isCapital(reported.charAt(0))
                && isCapital(reported.charAt(1));
        return isCode ? reported : NO_COUNTRY;
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /** Whether it is a country with all its zones and all types of device. */
    public boolean coversWholeCountry() {
        return country != null && timeZone == null && deviceType == null;
    }

    /** Whether all zones of a country, or of the world, are taken together. */
    public boolean rollsUp() {
        return timeZone == null;
    }
}
