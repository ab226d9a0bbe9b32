package dev.segue.benchmarks.pipeline;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * A program that runs another one in its own process, and prints its {@link Figures} at the end. What came before, such
 * as allocating the heap, does not count: getting memory from the system takes seconds, and not always as many. Uses the
 * JDK only, so that it runs with any class path.
 */
public final class Measured {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final long KIB = 1_024;

    private Measured() {}

    /**
     * Runs the program whose class has the first word as its name, with the other words.
     *
     * @param words name of a class with a {@code main} that returns at the end, and its arguments
     */
    public static void main(String[] words) throws Exception {
        AtomicLong live = new AtomicLong();
        watch(live);
        long cpuBefore = cpuMs();
        long before = System.nanoTime();
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        try {
            Class.forName(words[0]).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            failure.getCause().printStackTrace();
            System.exit(1);
        }
        long cpuMs = cpuMs() - cpuBefore;
        long wallMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        System.out.print(new Figures(cpuMs, wallMs, memory(live.get())).lines());
        System.out.flush();
        // Whatever threads the program has left.
        System.exit(0);
    }

    /** CPU time of the whole process so far, over all threads, including those of the JVM. */
    private static long cpuMs() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
    }

    /** Notes the most that is left on the heap after a collection. */
    private static void watch(AtomicLong live) {
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, unused) -> live.accumulateAndGet(leftBy(notification, heap), Math::max),
                            null,
                            null);
        }
    }

    private static long leftBy(Notification notification, Set<String> heap) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return 0;
        }
        Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc();
        return after.entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** The heap itself is resident from the start, so the system can tell only what is outside of it. */
    private static long memory(long live) throws IOException {
        if (!Files.isReadable(STATUS)) {
            return -1;
        }
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long resident = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
        return (live == 0 ? heap.getUsed() : live) + Math.max(0, resident * KIB - heap.getCommitted());
    }
}
