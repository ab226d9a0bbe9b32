package dev.segue.domain.alert.impact;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.playback.Device;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What share each type of device had of a KPI on some days, and usually has on these days of the week. Of a KPI that counts it
 * is the share of what is counted; of a share or a mean, that of what it rests on.
 *
 * @param over whether these days are over: before, they are not compared, as devices are used at different times of the day
 * @param shares those first whose share has changed most; empty if nobody listened
 */
public record DeviceShares(boolean over, List<Share> shares) {

    public DeviceShares {
        shares = List.copyOf(shares);
    }

    /**
     * One type of device.
     *
     * @param actual of these days
     * @param expected of these days; null if it is not compared
     * @param share 0 to 1
     * @param usualShare 0 to 1; null if it is not compared
     */
    public record Share(Device.Type type, Amount actual, Amount expected, double share, Double usualShare) {
        public Share {
            requireNonNull(type, "type");
            requireNonNull(actual, "actual");
        }

        private double change() {
            return usualShare == null ? 0 : Math.abs(share - usualShare);
        }
    }

    /**
     * Of all types together. They are compared only if it is known of each of them what is usual: shares of different wholes
     * cannot be.
     *
     * @param expected of the types of which it is known for all these days
     */
    public static DeviceShares of(
            Kpi kpi, boolean over, Map<Device.Type, Amount> actual, Map<Device.Type, Amount> expected) {
        double all = sum(kpi, actual.values());
        boolean isComparable = over && expected.keySet().containsAll(actual.keySet());
        double usually = isComparable ? sum(kpi, expected.values()) : 0;
        List<Share> shares = new ArrayList<>();
        actual.forEach((type, amount) -> {
            Amount usual = usually > 0 ? expected.get(type) : null;
            if (all > 0) {
                shares.add(new Share(
                        type,
                        amount,
                        usual,
                        size(kpi, amount) / all,
                        usual == null ? null : Double.valueOf(size(kpi, usual) / usually)));
            }
        });
        shares.sort(Comparator.comparingDouble(Share::change)
                .thenComparingDouble(Share::share)
                .reversed()
                .thenComparing(Share::type));
        return new DeviceShares(over, shares);
    }

    private static double sum(Kpi kpi, Collection<Amount> amounts) {
        return amounts.stream().mapToDouble(amount -> size(kpi, amount)).sum();
    }

    private static double size(Kpi kpi, Amount amount) {
        return kpi.counts() ? amount.value() : amount.weight();
    }
}
