package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.intake.EventForm;
import dev.segue.domain.catalogue.TrackFacts;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Compact form of an event in a leaf: names by number, times relative to the end of the activity, integers in as few
 * bytes as possible.
 */
final class PackedForm extends EventForm {

    private static final int NONE = 0;
    private static final int IN_FULL = 1;
    private static final int FIRST = 2;

    private final Names names;
    private final long near;

    /**
     * A form that uses these names.
     *
     * @param names the names of the leaf
     * @param near end of the event's activity, to which its times are relative
     */
    PackedForm(Names names, long near) {
        this.names = names;
        this.near = near;
    }

    @Override
    protected void writeName(String name, DataOutputView out) throws IOException {
        if (name == null) {
            out.writeByte(NONE);
            return;
        }
        int number = names.numberOf(name);
        if (number >= 0) {
            out.writeByte(FIRST + number);
        } else {
            out.writeByte(IN_FULL);
            Fields.writeText(name, out);
        }
    }

    @Override
    protected String readName(DataInputView in) throws IOException {
        int written = in.readUnsignedByte();
        return switch (written) {
            case NONE -> null;
            case IN_FULL -> Fields.readText(in);
            default -> names.get(written - FIRST);
        };
    }

    @Override
    protected void writeTime(long time, DataOutputView out) throws IOException {
        Fields.writeNumber(time - near, out);
    }

    @Override
    protected long readTime(DataInputView in) throws IOException {
        return near + Fields.readNumber(in);
    }

    @Override
    protected void writeAmount(long amount, DataOutputView out) throws IOException {
        Fields.writeNumber(amount, out);
    }

    @Override
    protected long readAmount(DataInputView in) throws IOException {
        return Fields.readNumber(in);
    }

    @Override
    protected void writeTrack(TrackFacts track, DataOutputView out) throws IOException {
        Fields.writeNumber(track.durationMs(), out);
        Fields.writeNumber(track.valence(), out);
        Fields.writeNumber(track.energy(), out);
    }

    @Override
    protected TrackFacts readTrack(DataInputView in) throws IOException {
        return new TrackFacts(
                (int) Fields.readNumber(in), (short) Fields.readNumber(in), (short) Fields.readNumber(in));
    }
}
