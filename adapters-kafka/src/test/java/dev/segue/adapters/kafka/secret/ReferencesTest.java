package dev.segue.adapters.kafka.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {

    private final References references = new References(Map.of("WORD", "s$1\\me", "EMPTY", ""));

    @TempDir
    private Path folder;

    @Test
    void variables_and_files_replace_references() throws Exception {
        Path file = Files.writeString(folder.resolve("a:b"), "line 1\nline 2\r\n");

        assertThat(references.resolved("a ${ENV:WORD}${ENV:EMPTY} b ${FILE:" + file + "}."))
                .isEqualTo("a s$1\\me b line 1\nline 2.");
    }

    @Test
    void what_is_not_a_reference_stays() {
        for (String text : List.of("", "$ENV:WORD", "${WORD}", "${ENV:}", "${ENV:1A}", "${env:WORD}", "${FILE:}")) {
            assertThat(References.in(text)).isFalse();
            assertThat(references.resolved(text)).isEqualTo(text);
        }
    }

    @Test
    void everything_that_is_lacking_is_named_once() throws Exception {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        String text = "${ENV:A} ${ENV:A} ${ENV:WORD} ${FILE:" + folder.resolve("none") + "} ${FILE:" + binary + "}";

        assertThat(references.lackingFor(text))
                .containsExactly(
                        "the environment variable A, which is not set",
                        "the file " + folder.resolve("none") + ", which does not exist",
                        "the file " + binary + ", which is not UTF-8 text");
        assertThatThrownBy(() -> references.resolved(text))
                .isInstanceOf(Unresolved.class)
                .hasMessage("The configuration refers to the environment variable A, which is not set for this process."
                        + " Provide it everywhere: where the job is started, on every job manager and on every task"
                        + " manager.");
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(new Secret("sesame")).hasToString("***");
        assertThat(new Secret("sesame").value()).isEqualTo("sesame");
    }
}
