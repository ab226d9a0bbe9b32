package dev.segue.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
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
        Set<Integer> ports = new HashSet<>(LoopbackPorts.free(200));

        for (int i = 0; i < 500; i++) {
            try (ServerSocket any = new ServerSocket(LoopbackPorts.ANY, 1, InetAddress.getLoopbackAddress())) {
                assertThat(ports).doesNotContain(any.getLocalPort());
            }
        }
    }

    @Test
    void a_port_in_use_is_passed_over() throws Exception {
        int next = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka") + 1;
        try (ServerSocket other = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka")).isNotEqualTo(other.getLocalPort());
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
