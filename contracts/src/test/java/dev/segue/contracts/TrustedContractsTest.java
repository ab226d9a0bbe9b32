package dev.segue.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustedContractsTest {

    @BeforeEach
    void register() {
        TrustedContracts.register();
    }

    @Test
    void a_builder_fills_in_what_was_left_out() {
        PlayContext context = PlayContext.newBuilder().setId("morning").build();

        assertThat(context.getType()).isEqualTo(ContextType.UNKNOWN);
    }

    @Test
    void no_class_but_ours_is_trusted() {
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(PlayContext.class))
                .isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(String.class)).isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(Thread.class)).isFalse();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(org.apache.avro.Schema.class))
                .isFalse();
    }
}
