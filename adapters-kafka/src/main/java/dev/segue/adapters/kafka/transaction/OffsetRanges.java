package dev.segue.adapters.kafka.transaction;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * The offsets at which a transaction has written: of each partition, ranges in ascending order. Other transactions may
 * have written in between. Not thread-safe.
 */
final class OffsetRanges {

    /** Offsets from {@code first} to {@code last}, both inclusive. */
    record Range(long first, long last) {}

    private final Map<TopicPartition, List<Range>> ranges = new LinkedHashMap<>();

    /** Adds an offset, which is greater than all earlier ones of its partition. */
    void add(TopicPartition partition, long offset) {
        List<Range> known = ranges.computeIfAbsent(partition, unused -> new ArrayList<>());
        int last = known.size() - 1;
        if (last >= 0 && known.get(last).last() + 1 == offset) {
            known.set(last, new Range(known.get(last).first(), offset));
        } else {
            known.add(new Range(offset, offset));
        }
    }

    Iterable<TopicPartition> partitions() {
        return ranges.keySet();
    }

    long first(TopicPartition partition) {
        return ranges.get(partition).get(0).first();
    }

    long last(TopicPartition partition) {
        List<Range> known = ranges.get(partition);
        return known.get(known.size() - 1).last();
    }

    /** How many there are. */
    long count() {
        return ranges.values().stream()
                .flatMap(List::stream)
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
    }

    boolean contain(TopicPartition partition, long offset) {
        List<Range> known = ranges.getOrDefault(partition, List.of());
        int low = 0;
        int high = known.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = known.get(middle);
            if (offset < range.first()) {
                high = middle - 1;
            } else if (offset > range.last()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(ranges.size());
        for (Map.Entry<TopicPartition, List<Range>> partition : ranges.entrySet()) {
            out.writeUTF(partition.getKey().topic());
            out.writeInt(partition.getKey().partition());
            out.writeInt(partition.getValue().size());
            for (Range range : partition.getValue()) {
                out.writeLong(range.first());
                out.writeLong(range.last());
            }
        }
    }

    static OffsetRanges readFrom(DataInput in) throws IOException {
        OffsetRanges read = new OffsetRanges();
        int partitions = in.readInt();
        for (int partition = 0; partition < partitions; partition++) {
            TopicPartition name = new TopicPartition(in.readUTF(), in.readInt());
            int count = in.readInt();
            List<Range> ranges = new ArrayList<>();
            for (int range = 0; range < count; range++) {
                ranges.add(new Range(in.readLong(), in.readLong()));
            }
            read.ranges.put(name, ranges);
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OffsetRanges that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(ranges);
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
