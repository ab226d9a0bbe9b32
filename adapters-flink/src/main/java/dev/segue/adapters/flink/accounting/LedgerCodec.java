package dev.segue.adapters.flink.accounting;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of ledgers. */
public final class LedgerCodec implements Codec<Ledger> {

    private static final RejectionReason[] REASONS = RejectionReason.values();

    @Override
    public String name() {
        return "account";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Ledger ledger, DataOutputView out) throws IOException {
        out.writeLong(ledger.read());
        out.writeLong(ledger.accepted());
        out.writeLong(ledger.duplicate());
        out.writeLong(ledger.late());
        out.writeInt(ledger.rejected().size());
        for (Map.Entry<RejectionReason, Long> rejected : ledger.rejected().entrySet()) {
            Fields.writeEnum(rejected.getKey(), out);
            out.writeLong(rejected.getValue());
        }
    }

    @Override
    public Ledger read(DataInputView in, int version) throws IOException {
        long read = in.readLong();
        long accepted = in.readLong();
        long duplicate = in.readLong();
        long late = in.readLong();
        Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
        int reasons = in.readInt();
        for (int i = 0; i < reasons; i++) {
            rejected.put(Fields.readEnum(REASONS, in), in.readLong());
        }
        return new Ledger(read, accepted, duplicate, late, rejected);
    }
}
