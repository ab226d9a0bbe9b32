package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same content gives the same events and the same rejections, whatever it is wrapped in. */
class WrappingsTest {

    private static final List<String> HISTORY = List.of(
            """
            {"ts":"2024-05-01T10:03:00Z","platform":"ios","ms_played":180000,"conn_country":"SE","master_metadata_track_name":"Gr\u00fc\u00dfe, \u97f3\u697d \ud83c\udfb5","spotify_track_uri":"spotify:track:1","episode_name":null,"reason_end":"trackdone","shuffle":false}""",
            """
            {"ts":"2024-05-01T10:06:00Z","platform":"ios","ms_played":180000,"conn_country":"SE","master_metadata_track_name":"Blue","spotify_track_uri":"spotify:track:2","episode_name":null,"reason_end":"fwdbtn","shuffle":true}""",
            """
            {"ts":"2024-05-01T10:06:05Z","platform":"ios","ms_played":5000,"conn_country":"SE","master_metadata_track_name":null,"spotify_track_uri":null,"episode_name":null,"reason_end":"fwdbtn","shuffle":true}""",
            """
            {"ts":"2024-05-01T12:00:00Z","platform":"ios","ms_played":3000,"conn_country":"SE","master_metadata_track_name":null,"spotify_track_uri":null,"episode_name":"On bees","reason_end":"endplay","shuffle":false}""");

    private static final List<String> HISTORY_AS_CSV = List.of(
            "ts,platform,ms_played,conn_country,master_metadata_track_name,spotify_track_uri,episode_name,reason_end,shuffle",
            "2024-05-01T10:03:00Z,ios,180000,SE,\"Gr\u00fc\u00dfe, \u97f3\u697d \ud83c\udfb5\",spotify:track:1,,trackdone,false",
            "2024-05-01T10:06:00Z,ios,180000,SE,Blue,spotify:track:2,,fwdbtn,true",
            "2024-05-01T10:06:05Z,ios,5000,SE,,,,fwdbtn,true",
            "2024-05-01T12:00:00Z,ios,3000,SE,,,On bees,endplay,false");

    private static final List<String> EVENTS = List.of(
            """
            {"event_id":"1","user_id":"J\u00f6rg \ud83c\udfb5","occurred_at":"2024-05-01T10:03:00Z","type":"TRACK_ENDED","track_id":"t1","played_ms":180000,"end_reason":"COMPLETED"}""",
            """
            {"event_id":"2","user_id":"J\u00f6rg \ud83c\udfb5","occurred_at":"2024-05-01T10:06:00Z","type":"TRACK_ENDED","track_id":"t2","played_ms":4000,"end_reason":"FORWARD"}""",
            """
            {"event_id":"3","user_id":"J\u00f6rg \ud83c\udfb5","occurred_at":"soon","type":"SEARCH_PERFORMED"}""",
            """
            {"event_id":"4","user_id":7,"occurred_at":1714557780000,"type":"SEARCH_PERFORMED"}""");

    @TempDir
    private Path folder;

    static Stream<Arguments> historyForms() {
        Map<String, String> texts = new LinkedHashMap<>(jsonForms(HISTORY));
        String lines = String.join("\n", HISTORY_AS_CSV);
        texts.put("CSV", lines + "\n");
        texts.put("CSV without a final line ending", lines);
        texts.put("CSV with CR LF", String.join("\r\n", HISTORY_AS_CSV) + "\r\n");
        texts.put("CSV with CR", String.join("\r", HISTORY_AS_CSV) + "\r");
        texts.put("CSV with semicolons", withDelimiter(";"));
        texts.put("CSV with tabs", withDelimiter("\t"));
        texts.put("CSV from Excel", "sep=;\r\n" + withDelimiter(";").replace("\n", "\r\n"));
        return everyForm(texts);
    }

    static Stream<Arguments> eventForms() {
        return everyForm(jsonForms(EVENTS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("historyForms")
    void a_history_is_the_same_however_it_is_wrapped(String form, String file, byte[] bytes) throws IOException {
        List<Object> rows = foundInEveryPlace(file, bytes);

        assertThat(rows)
                .isEqualTo(foundInEveryPlace("plain.json", historyForm("array").getBytes(UTF_8)));
        assertThat(rows).hasSize(4).element(2).isEqualTo("The row names no track, episode or audiobook chapter.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eventForms")
    void an_event_log_is_the_same_however_it_is_wrapped(String form, String file, byte[] bytes) throws IOException {
        List<Object> rows = foundInEveryPlace(file, bytes);

        assertThat(rows)
                .isEqualTo(foundInEveryPlace(
                        "plain.jsonl", jsonForms(EVENTS).get("lines").getBytes(UTF_8)));
        assertThat(rows)
                .hasSize(4)
                .element(2)
                .isEqualTo("The field occurred_at is not a time that Segue reads; write 2024-05-01T10:03:00Z, or"
                        + " milliseconds since the epoch such as 1714557780000.");
    }

    private static String historyForm(String name) {
        return jsonForms(HISTORY).get(name);
    }

    /** The rows of a file: the same when the file is given, and when a link to its folder is given or found. */
    private List<Object> foundInEveryPlace(String file, byte[] bytes) throws IOException {
        Path root = Files.createTempDirectory(folder, "root");
        Path deep = Files.createDirectories(root.resolve("elsewhere/deep/er"));
        Files.write(deep.resolve(file), bytes);
        Path named = Files.createDirectories(root.resolve("named"));
        Path link = Files.createSymbolicLink(named.resolve("link"), root.resolve("elsewhere"));
        Files.createSymbolicLink(deep.resolve("back"), root);

        List<Object> rows = Opened.emitted(deep.resolve(file));
        assertThat(Opened.emitted(link)).isEqualTo(rows);
        assertThat(Opened.emitted(named)).isEqualTo(rows);
        return rows;
    }

    private static Map<String, String> jsonForms(List<String> rows) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("array", "[" + String.join(",", rows) + "]");
        forms.put("array, one row per line", "[\n" + String.join(",\n", rows) + "\n]\n");
        forms.put(
                "array, pretty-printed",
                "[\r\n"
                        + String.join(
                                ",\r\n",
                                rows.stream().map(WrappingsTest::printed).toList()) + "\r\n]");
        forms.put("lines", String.join("\n", rows) + "\n");
        forms.put("lines with CR LF, some blank", String.join("\r\n\r\n", rows));
        forms.put("lines with CR", String.join("\r", rows) + "\r");
        forms.put("lines with commas", String.join(",\n", rows) + ",\n");
        forms.put("one after the other", String.join(" ", rows));
        forms.put(
                "printed",
                String.join("\n", rows.stream().map(WrappingsTest::printed).toList()));
        forms.put("wrapped", "{\"data\":[" + String.join(",", rows) + "]}");
        forms.put("wrapped, one row per line", "{\"version\": 2, \"data\": [\n" + String.join(",\n", rows) + "\n]}\n");
        forms.put(
                "wrapped among other data",
                "{\"info\":{\"rows\":4,\"fields\":[{\"name\":\"ts\"}]},\"me\":{\"plays\":[" + String.join(",", rows)
                        + "]},\"end\":null}");
        forms.put(
                "one key per row",
                "{\"0\":" + rows.get(0) + ",\"1\":" + rows.get(1) + ",\"2\":" + rows.get(2) + ",\"3\":" + rows.get(3)
                        + "}");
        forms.put(
                "pages",
                "{\"page\":1,\"data\":[" + rows.get(0) + "," + rows.get(1) + "]}\n{\"page\":2,\"data\":[" + rows.get(2)
                        + "," + rows.get(3) + "]}\n");
        forms.put("with NaN", "[" + String.join(",", rows).replace("null", "NaN") + "]");
        return forms;
    }

    /** Each text unchanged, and a few in every encoding and container. */
    private static Stream<Arguments> everyForm(Map<String, String> texts) {
        List<Arguments> forms = new ArrayList<>();
        texts.forEach((name, text) -> forms.add(Arguments.of(name, "a.txt", text.getBytes(UTF_8))));
        for (String name : List.of("array, pretty-printed", "lines", "CSV")) {
            String text = texts.get(name);
            if (text != null) {
                addEncodings(name, text, forms);
                forms.add(Arguments.of(name + ", gzip", "a.gz", gzip(text.getBytes(UTF_8))));
                forms.add(Arguments.of(name + ", zip", "a.zip", zip(text.getBytes(UTF_8), UTF_8)));
                forms.add(Arguments.of(name + ", zip of gzip", "a.zip", zip(gzip(text.getBytes(UTF_8)), UTF_8)));
                forms.add(Arguments.of(
                        name + ", zip from Windows", "a.zip", zip(text.getBytes(UTF_8), Charset.forName("IBM437"))));
                forms.add(Arguments.of(
                        name + ", zip of UTF-16", "a.zip", zip(("\uFEFF" + text).getBytes(UTF_16LE), UTF_8)));
            }
        }
        return forms.stream();
    }

    private static void addEncodings(String name, String text, List<Arguments> forms) {
        String marked = "\uFEFF" + text;
        forms.add(Arguments.of(name + ", UTF-8 with BOM", "a.txt", marked.getBytes(UTF_8)));
        forms.add(Arguments.of(name + ", UTF-16LE with BOM", "a.txt", marked.getBytes(UTF_16LE)));
        forms.add(Arguments.of(name + ", UTF-16BE with BOM", "a.txt", marked.getBytes(UTF_16BE)));
        forms.add(Arguments.of(name + ", UTF-16LE", "a.txt", text.getBytes(UTF_16LE)));
        forms.add(Arguments.of(name + ", UTF-16BE", "a.txt", text.getBytes(UTF_16BE)));
    }

    private static String withDelimiter(String delimiter) {
        return String.join(
                        "\n",
                        HISTORY_AS_CSV.stream()
                                .map(line -> line.replaceAll(",(?! )", delimiter))
                                .toList())
                + "\n";
    }

    private static String printed(String row) {
        return row.replaceAll("[{](?=\")", "{\n  ")
                .replaceAll(",(?=\")", ",\n  ")
                .replaceAll("\":", "\": ")
                .replace("}", "\n}");
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(byte[] content, Charset names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            zip.putNextEntry(new ZipEntry("Historique \u00e9tendu/deep/er/a"));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
