package dev.segue.benchmarks.incidents.crowd;

import java.time.ZoneId;
import java.util.List;

/**
 * A country of a simulated crowd.
 *
 * @param share its listening, relative to the largest country
 */
public record Country(String code, ZoneId zone, double share) {

    /** Twenty countries in both hemispheres; the largest listens 400 times as much as the smallest. */
    static final List<Country> ALL = List.of(
            in("US", "America/New_York", 1),
            in("GB", "Europe/London", 0.6),
            in("DE", "Europe/Berlin", 0.5),
            in("BR", "America/Sao_Paulo", 0.45),
            in("MX", "America/Mexico_City", 0.4),
            in("IN", "Asia/Kolkata", 0.4),
            in("FR", "Europe/Paris", 0.35),
            in("ES", "Europe/Madrid", 0.25),
            in("AU", "Australia/Sydney", 0.2),
            in("JP", "Asia/Tokyo", 0.2),
            in("SE", "Europe/Stockholm", 0.15),
            in("AR", "America/Argentina/Buenos_Aires", 0.12),
            in("CL", "America/Santiago", 0.1),
            in("ZA", "Africa/Johannesburg", 0.06),
            in("NZ", "Pacific/Auckland", 0.05),
            in("IE", "Europe/Dublin", 0.05),
            in("PY", "America/Asuncion", 0.02),
            in("EE", "Europe/Tallinn", 0.01),
            in("IS", "Atlantic/Reykjavik", 0.005),
            in("MT", "Europe/Malta", 0.0025));

    private static Country in(String code, String zone, double share) {
        return new Country(code, ZoneId.of(zone), share);
    }
}
