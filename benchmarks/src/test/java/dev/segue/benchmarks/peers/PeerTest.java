package dev.segue.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be checked of programs that are not built with the rest. {@code benchmarks/run peers --tiny} runs them. */
class PeerTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_peer_has_a_build_and_the_programs_of_its_contenders(Peer peer) {
        assertThat(peer.folder().resolve("pom.xml")).exists();
        assertThat(Arrays.stream(Contender.values())
                        .filter(contender -> contender.peer() == peer)
                        .map(contender -> contender.program().replace('.', '/') + ".java")
                        .map(peer.folder().resolve("src/main/java")::resolve))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).exists());
    }

    @Test
    void what_a_peer_reads_of_an_event_is_in_the_contract() throws Exception {
        PeerSchemas.write(folder);

        Schema written = new Schema.Parser().parse(Files.readString(folder.resolve("written.avsc")));
        Schema read = new Schema.Parser().parse(Files.readString(folder.resolve("read.avsc")));
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(read, written)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void a_peer_that_is_not_built_says_how_to_build_it() {
        System.setProperty("segue.peers", folder.toString());
        try {
            assertThatThrownBy(Peer.SPARK::classPath)
                    .isInstanceOf(Unable.class)
                    .hasMessageContaining("is not built")
                    .hasMessageEndingWith("benchmarks/run peers builds it.");
        } finally {
            System.clearProperty("segue.peers");
        }
    }
}
