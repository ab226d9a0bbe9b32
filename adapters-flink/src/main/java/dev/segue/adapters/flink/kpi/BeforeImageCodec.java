package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.domain.kpi.counting.BeforeImage;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what was last counted of a session. */
public final class BeforeImageCodec implements Codec<BeforeImage> {

    private final CountedCodec sessions = new CountedCodec();

    @Override
    public String name() {
        return "before-image";
    }

    @Override
    public int version() {
        return 2;
    }

    /** The first form does not tell types of device apart. */
    @Override
    public int oldestVersion() {
        return 2;
    }

    @Override
    public void write(BeforeImage image, DataOutputView out) throws IOException {
        out.writeInt(image.number());
        out.writeLong(image.retainedUntil());
        out.writeBoolean(image.passed());
        out.writeBoolean(image.session() != null);
        if (image.session() != null) {
            sessions.write(image.session(), out);
        }
    }

    @Override
    public BeforeImage read(DataInputView in, int version) throws IOException {
        int number = in.readInt();
        long retainedUntil = in.readLong();
        boolean passed = in.readBoolean();
        return new BeforeImage(number, in.readBoolean() ? sessions.read(in) : null, retainedUntil, passed);
    }
}
