package dev.segue.benchmarks.incidents.crowd;

import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import dev.segue.domain.alert.baseline.LocalHour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The listeners of one playlist in one country, and how much they listen: a daily and a weekly rhythm in local time, a
 * trend, and noise like that of real traffic, which is wider than binomial noise and autocorrelated.
 *
 * @param playlist index in {@link #PLAYLISTS}
 * @param perHour sessions in a mean hour
 * @param weeklyTrend relative growth from week to week
 */
public record Crowd(long seed, Country country, int playlist, double perHour, double weeklyTrend) {

    /** Their listening, relative to the largest playlist. */
    private static final double[] PLAYLISTS = {1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1};

    /** Sessions in a mean hour of the largest playlist in the largest country. */
    private static final double LARGEST = 20_000;

    /** Standard deviation of the growth from week to week, which is normally distributed. */
    private static final double TREND_SD = 0.015;

    /**
     * Standard deviation of an hour's mean, gamma distributed, so that counts are negative binomial with shape
     * {@link #SHAPE}.
     */
    private static final double HOUR_SD = 0.04;

    /** 1 / 0.04^2. */
    public static final int SHAPE = 625;

    /** Standard deviation of the log of the drift: autoregressive of order 1, with a half-life of two hours. */
    private static final double DRIFT_SD = 0.03;

    private static final double DRIFT_MEMORY = 0.7;

    /** Standard deviation of the log of a local day's own factor, such as its weather. */
    private static final double DAY_SD = 0.02;

    /** The share of its settled listened time that an hour has at each age; below, its variation. */
    private static final double[] RIPE = {0.86, 0.97, 0.995};

    private static final double[] RIPE_SD = {0.015, 0.005, 0.002};

    /** The share of its settled sessions that an hour has at each age. */
    private static final double[] KNOWN = {0.985, 0.99, 0.998};

    private static final double MEAN_SESSION_MS = 28 * 60_000.0;
    private static final double MEAN_SONGS = 4.5;

    /** Standard deviation of the log of the mean session length, and of the mean songs per run, from hour to hour. */
    private static final double LENGTH_SD = 0.015;

    /** By local hour of a working day; the mean is about 1. */
    private static final double[] WORKING_DAY = {
        .35, .22, .15, .12, .15, .3, .65, 1.15, 1.35, 1.25, 1.2, 1.2, 1.25, 1.25, 1.25, 1.3, 1.45, 1.6, 1.55, 1.4, 1.35,
        1.25, 1.0, .65
    };

    private static final double[] WEEKEND = {
        .6, .45, .3, .2, .17, .2, .3, .5, .8, 1.1, 1.3, 1.4, 1.4, 1.4, 1.4, 1.4, 1.45, 1.5, 1.5, 1.5, 1.45, 1.35, 1.2,
        .95
    };

    /** Two hundred crowds. */
    public static List<Crowd> all(long seed) {
        List<Crowd> crowds = new ArrayList<>();
        Random random = new Random(seed);
        for (Country country : Country.ALL) {
            for (int playlist = 0; playlist < PLAYLISTS.length; playlist++) {
                crowds.add(new Crowd(
                        random.nextLong(),
                        country,
                        playlist,
                        LARGEST * country.share() * PLAYLISTS[playlist],
                        TREND_SD * random.nextGaussian()));
            }
        }
        return crowds;
    }

    /** Their listening over some weeks, by local hour. */
    public List<Hour> over(LocalDate from, int weeks, Disturbance disturbance) {
        Random random = new Random(seed);
        List<Hour> hours = new ArrayList<>();
        ZonedDateTime time = from.atStartOfDay(country.zone());
        ZonedDateTime end = from.plusWeeks(weeks).atStartOfDay(country.zone());
        double drift = DRIFT_SD * random.nextGaussian();
        double day = 0;
        int ofDay = -1;
        Hour open = null;
        while (time.isBefore(end)) {
            if (time.getDayOfYear() != ofDay) {
                ofDay = time.getDayOfYear();
                day = DAY_SD * random.nextGaussian();
            }
            drift = DRIFT_MEMORY * drift
                    + DRIFT_SD * Math.sqrt(1 - DRIFT_MEMORY * DRIFT_MEMORY) * random.nextGaussian();
            double week = ChronoUnit.MINUTES.between(from.atStartOfDay(), time.toLocalDateTime()) / (7 * 24 * 60.0);
            double usual = perHour * rhythm(time) * Math.pow(1 + weeklyTrend, week);
            long number = LocalHour.of(time.toLocalDateTime());
            Instant ends = time.plusHours(1).toInstant();
            double likely = usual * Math.exp(drift + day);
            double mean = likely * disturbance.factor(Touched.SESSIONS, time.toInstant());
            double songs = MEAN_SONGS * disturbance.factor(Touched.SONGS_PER_RUN, time.toInstant());
            Hour hour = Hour.of(number, ends, usual, likely, draw(random, mean, songs));
            if (open != null && open.number() == number) {
                open = open.plus(hour);
            } else {
                if (open != null) {
                    hours.add(open);
                }
                open = hour;
            }
            time = time.plusHours(1);
        }
        hours.add(open);
        return hours;
    }

    private static double rhythm(ZonedDateTime time) {
        boolean weekend = time.getDayOfWeek().getValue() > 5;
        return (weekend ? WEEKEND : WORKING_DAY)[time.getHour()];
    }

    private static List<Hour.Known> draw(Random random, double mean, double meanSongs) {
        long sessions = Chance.poisson(random, mean * Chance.gammaOfMeanOne(random, HOUR_SD));
        double lengths = Math.exp(LENGTH_SD * random.nextGaussian());
        double songs = Math.exp(LENGTH_SD * random.nextGaussian());
        double listened = Chance.sumOfExponentials(random, sessions, MEAN_SESSION_MS * lengths);
        double inRuns = sessions + Chance.sumOfExponentials(random, sessions, (meanSongs - 1) * songs);
        List<Hour.Known> known = new ArrayList<>();
        for (int age = 0; age < RIPE.length; age++) {
            int knownSessions = (int) Math.round(sessions * KNOWN[age]);
            double ripe = Math.min(1, RIPE[age] + RIPE_SD[age] * random.nextGaussian());
            double knownSongs = sessions == 0 ? 0 : inRuns * ripe * knownSessions / sessions;
            known.add(new Hour.Known(knownSessions, listened * ripe, knownSongs));
        }
        return known;
    }
}
