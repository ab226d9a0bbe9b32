package dev.segue.replay;

import dev.segue.adapters.files.source.Progress;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows the progress of a replay on a terminal; elsewhere it shows nothing. */
final class ProgressDisplay {

    private static final int WIDTH = 78;
    private static final int UPDATE_MS = 200;
    private static final long PARTS = 10_000;

    private ProgressDisplay() {}

    /**
     * Shows a progress bar while work is done, and then removes it.
     *
     * @return the result of the work
     * @throws Exception the exception of the work
     */
    static <T> T during(Progress progress, Callable<T> work) throws Exception {
        if (!isOnTerminal()) {
            return work.call();
        }
        try (ProgressBar bar = bar()) {
            Thread updates = new Thread(() -> update(bar, progress), "progress");
            updates.setDaemon(true);
            updates.start();
            try {
                return work.call();
            } finally {
                updates.interrupt();
            }
        }
    }

    @SuppressWarnings(
            "SystemConsoleNull") // Since Java 22 it is null only with -Djdk.console=java.base, or in a dumb terminal.
    private static boolean isOnTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    private static void update(ProgressBar bar, Progress progress) {
        try {
            while (true) {
                show(progress, bar);
                Thread.sleep(UPDATE_MS);
            }
        } catch (InterruptedException e) {
            // The work has ended.
        }
    }

    /** Rounds down, so that 100 % appears only when all work is done. */
    private static void show(Progress progress, ProgressBar bar) {
        bar.stepTo((long) (progress.share() * PARTS));
        bar.setExtraMessage(" " + progress.step().inWords());
    }

    private static ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName("Replay")
                .setInitialMax(PARTS)
                .setUnit(" %", PARTS / 100)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .clearDisplayOnFinish()
                .build();
    }
}
