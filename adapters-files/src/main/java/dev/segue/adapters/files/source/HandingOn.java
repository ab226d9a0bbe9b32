package dev.segue.adapters.files.source;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.playback.Arrival;
import org.apache.flink.api.connector.source.ReaderOutput;

/** How a reader hands on what it reads. */
@FunctionalInterface
interface HandingOn {

    /** As it comes, and without a clock. */
    HandingOn WITHOUT_CLOCK = (arrival, file, line, output) -> output.collect(arrival);

    /** Hands on one arrival, which was on that line of the file. */
    void handOn(Arrival arrival, InputFile file, long line, ReaderOutput<Arrival> output);
}
