package dev.segue.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    @Test
    void ports_claimed_one_after_the_other_differ() throws Exception {
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            ports.add(LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka"));
        }

        assertThat(ports).hasSize(2_000);
    }

    @Test
    void a_claimed_port_is_not_given_to_a_server_that_binds_any() throws Exception {
        int claimed = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka");

        for (int i = 0; i < 500; i++) {
            try (ServerSocket any = new ServerSocket(LoopbackPorts.ANY, 1, InetAddress.getLoopbackAddress())) {
                assertThat(any.getLocalPort()).isNotEqualTo(claimed);
            }
        }
    }

    @Test
    void a_port_in_use_is_passed_over() throws Exception {
        int next = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka") + 1;
        try (ServerSocket other = new ServerSocket()) {
            try {
                other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), next));
            } catch (BindException inUseAlready) {
                assertThat(inUseAlready).hasMessageContaining("in use");
            }
            assertThat(LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka")).isNotEqualTo(next);
        }
    }

    @Test
    void a_wanted_port_in_use_is_refused() throws Exception {
        try (ServerSocket other = new ServerSocket(LoopbackPorts.ANY, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackPorts.claim(other.getLocalPort(), "Kafka"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for Kafka cannot be used");
        }
    }
}
