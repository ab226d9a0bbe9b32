package dev.segue.adapters.kafka.cluster;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;

/** Writes the operations that an ACL allows as Kafka's tools do. */
public final class Rights {

    private Rights() {}

    /** Such as "Read and DescribeConfigs". */
    public static String inWords(Collection<AclOperation> operations) {
        return operations.stream().sorted().map(Rights::nameOf).collect(Collectors.joining(" and "));
    }

    /** Such as "DescribeConfigs". */
    public static String nameOf(AclOperation operation) {
        return Arrays.stream(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
