package dev.segue.adapters.flink.accounting;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type information for accounting. */
public final class AccountingTypes {

    public static final TypeInformation<Ledger> LEDGERS = new CodecTypeInfo<>(Ledger.class, new LedgerCodec());
    public static final TypeInformation<Health> HEALTH = new CodecTypeInfo<>(Health.class, new HealthCodec());

    private AccountingTypes() {}
}
