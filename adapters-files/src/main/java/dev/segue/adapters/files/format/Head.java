package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.files.format.text.CsvRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The beginning of a file, by which its format is recognised. */
public final class Head {

    /** The number of bytes needed. */
    public static final int ENOUGH = 1 << 16;

    private static final int FIRST_RECORDS = 5;

    private final byte[] bytes;
    private final String content;
    private Set<String> columns;

    /**
     * The beginning of a file in UTF-8, without a byte order mark.
     *
     * @param bytes the first {@link #ENOUGH} bytes, or all when there are fewer
     */
    public Head(byte[] bytes) {
        this.bytes = bytes;
        this.content = new String(bytes, UTF_8).strip();
    }

    /** Whether the file is longer. */
    boolean isCutOff() {
        return bytes.length >= ENOUGH;
    }

    /** The text, without space around it. */
    String content() {
        return content;
    }

    /** Whether it begins like JSON. */
    boolean isJson() {
        return content.startsWith("[") || content.startsWith("{");
    }

    /** Whether it is JSON with all these names in it, at any level. */
    boolean hasJsonNames(String... names) {
        for (String name : names) {
            if (!content.contains('"' + name + '"')) {
                return false;
            }
        }
        return isJson();
    }

    /** Whether it is CSV, and its first line names all these columns, in any case. */
    boolean hasColumns(String... names) {
        for (String name : names) {
            if (!columns().contains(CsvRecords.columnName(name))) {
                return false;
            }
        }
        return true;
    }

    /** The first records, if it is CSV with this delimiter, that have that many columns. */
    List<List<String>> firstRecords(char delimiter, int width) {
        List<List<String>> found = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(bytes), delimiter, width)) {
            for (int i = 0; i < FIRST_RECORDS && !isJson() && records.next(); i++) {
                if (records.values() != null && records.values().size() == width) {
                    found.add(records.values());
                }
            }
        } catch (IOException e) {
            // What was found before counts.
        }
        return found;
    }

    /** The names of the columns, as {@link CsvRecords#columnName} returns them; none when it is not CSV. */
    Set<String> columns() {
        if (columns == null) {
            columns = isJson() ? Set.of() : readColumns();
        }
        return columns;
    }

    private Set<String> readColumns() {
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(bytes))) {
            return records.nextHeader()
                    ? records.values().stream().map(CsvRecords::columnName).collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException e) {
            return Set.of();
        }
    }
}
