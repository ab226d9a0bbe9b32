package dev.segue.adapters.files.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in the Unicode encodings are decoded correctly. */
class EncodingsTest {

    private static final String EVENTS =
            "{\"user_id\":\"J\u00f6rg \ud83c\udfb5\",\"type\":\"SEARCH_PERFORMED\",\"occurred_at\":1}\r\n"
                    .repeat(9_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, efbbbf",
        "UTF-16LE, fffe",
        "UTF-16BE, feff",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "UTF-32LE, fffe0000",
        "UTF-32BE, 0000feff",
    })
    void a_byte_order_mark_or_zeros_beside_ascii_reveal_the_encoding(String charset, String mark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex(mark));
        bytes.write(EVENTS.getBytes(Charset.forName(charset)));
        Path plain = Files.write(folder.resolve("a.json"), bytes.toByteArray());
        Path gzip = folder.resolve("a.gz");
        try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            zipped.write(bytes.toByteArray());
        }

        assertThat(Opened.rows(plain)).hasSize(9_000).containsOnly(plain + ": 1");
        assertThat(Opened.rows(gzip)).hasSize(9_000).containsOnly(gzip + ": 1");
    }
}
