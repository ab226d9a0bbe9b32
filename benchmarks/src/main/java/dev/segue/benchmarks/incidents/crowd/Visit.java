package dev.segue.benchmarks.incidents.crowd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An hour that has reached an age.
 *
 * @param index index of the hour among all
 * @param at when, in epoch milliseconds
 */
public record Visit(int index, Hour hour, int age, long at) {

    /** All visits up to the end of the last hour, by time. */
    public static List<Visit> inOrder(List<Hour> hours, List<Long> agesMs) {
        List<Visit> visits = new ArrayList<>();
        long end = hours.get(hours.size() - 1).endsAt();
        for (int index = 0; index < hours.size(); index++) {
            for (int age = 0; age < agesMs.size(); age++) {
                Hour hour = hours.get(index);
                long at = hour.endsAt() + agesMs.get(age);
                if (at <= end) {
                    visits.add(new Visit(index, hour, age, at));
                }
            }
        }
        visits.sort(Comparator.comparingLong(Visit::at));
        return visits;
    }
}
