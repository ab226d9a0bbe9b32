package dev.segue.adapters.flink.accounting;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of health reports. */
public final class HealthCodec implements Codec<Health> {

    private final Part<Ledger> ledgers = new Part<>(new LedgerCodec());

    @Override
    public String name() {
        return "health";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Health health, DataOutputView out) throws IOException {
        Fields.writeText(health.job(), out);
        Fields.writeText(health.stage(), out);
        out.writeInt(health.subtask());
        out.writeInt(health.parallelism());
        out.writeLong(health.checkpoint());
        ledgers.write(health.ledger(), out);
        out.writeLong(health.acceptanceClock());
        out.writeLong(health.closingClock());
        out.writeLong(health.lagMs());
    }

    @Override
    public Health read(DataInputView in, int version) throws IOException {
        return new Health(
                Fields.readText(in),
                Fields.readText(in),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                ledgers.read(in),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }
}
