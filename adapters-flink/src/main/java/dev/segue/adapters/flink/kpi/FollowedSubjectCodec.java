package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes subjects that are followed. */
public final class FollowedSubjectCodec implements Codec<FollowedSubject> {

    @Override
    public String name() {
        return "followed-subject";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(FollowedSubject followed, DataOutputView out) throws IOException {
        KpiRowCodec.writeSubject(followed.subject(), out);
        out.writeLong(followed.latestStart());
    }

    @Override
    public FollowedSubject read(DataInputView in, int version) throws IOException {
        return new FollowedSubject(KpiRowCodec.readSubject(in), in.readLong());
    }
}
