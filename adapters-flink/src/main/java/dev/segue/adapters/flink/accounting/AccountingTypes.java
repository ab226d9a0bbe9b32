package dev.segue.adapters.flink.accounting;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.account.Account;
import dev.segue.domain.account.Health;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Types of accounting, as Flink knows them. */
public final class AccountingTypes {

    public static final TypeInformation<Account> ACCOUNTS = new CodecTypeInfo<>(Account.class, new AccountCodec());
    public static final TypeInformation<Health> HEALTH = new CodecTypeInfo<>(Health.class, new HealthCodec());

    private AccountingTypes() {}
}
