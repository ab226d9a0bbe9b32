package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.files.format.Formats;
import dev.segue.adapters.files.input.Found.PassedOver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of Excel workbooks, read as CSV. */
class WorkbooksTest {

    private static final String INDEX =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
              <sheets><sheet name="01_user" sheetId="1" r:id="rId1"/><sheet name="10_listeningHistory" sheetId="2" r:id="rId2"/></sheets>
            </workbook>
            """;

    private static final String TARGETS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/>
            </Relationships>
            """;

    private static final String TEXTS =
            """
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
              <si><t>Song Title</t></si><si><t>Artist</t></si><si><t>Listening Time</t></si><si><t>Date</t></si>
              <si><r><t>Bl</t></r><r><t>ue "1"</t></r><rPh><t>read aloud</t></rPh></si>
            </sst>
            """;

    private static final String HEADER =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                    + "<c r=\"D1\" t=\"s\"><v>3</v></c></row>";

    private static final String PLAY = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>4</v></c><c r=\"C3\"><v>181</v></c>"
            + "<c r=\"D3\" t=\"inlineStr\"><is><t>2024-05-01 10:00:00</t></is></c></row>";

    @TempDir
    private Path folder;

    @Test
    void a_sheet_with_a_history_is_a_file() throws IOException {
        Path workbook = workbook(sheet(HEADER + PLAY + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>4</v></c></row>"));

        Found found = Search.in(List.of(workbook));

        assertThat(found.refused()).isEmpty();
        assertThat(found.files()).singleElement().satisfies(file -> {
            assertThat(file.format()).isSameAs(Formats.DEEZER);
            assertThat(file.name()).isEqualTo(workbook + "!/10_listeningHistory");
        });
        assertThat(Opened.rows(workbook))
                .containsExactly(
                        workbook + "!/10_listeningHistory: 1714557781000",
                        workbook + "!/10_listeningHistory: The field Date is missing.");
        assertThat(text(found.files().get(0)))
                .isEqualTo(
                        """
                        "Song Title","Artist","Listening Time","Date"

                        "Blue ""1""\","","181","2024-05-01 10:00:00"
                        "Blue ""1""\","","",""
                        """);
    }

    @Test
    void rows_and_cells_without_references_follow_one_another_and_empty_rows_are_blank() throws IOException {
        Path workbook = workbook(sheet(HEADER
                + "<row><c t=\"s\"><v>4</v></c><c><v>Th\nem</v></c><c><v>1</v></c><c><v>45413</v></c></row>"
                + "<row><c t=\"s\"><v>99</v></c><c t=\"s\"><v>x</v></c></row>"));

        assertThat(text(Search.in(List.of(workbook)).files().get(0)).lines().skip(1))
                .containsExactly("\"Blue \"\"1\"\"\",\"Th em\",\"1\",\"45413\"", "");
    }

    @Test
    void a_workbook_without_a_history_is_refused_when_it_is_named() throws IOException {
        Path workbook = workbook(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));

        assertThat(Search.in(List.of(workbook)).refused())
                .containsExactly(new PassedOver(
                        workbook.toString(), "an Excel workbook without a sheet that holds a listening history"));
        assertThat(Search.in(List.of(folder)).refused()).isEmpty();
    }

    @Test
    void a_damaged_sheet_says_so_and_what_stands_before_the_damage_counts() throws IOException {
        String many = HEADER + PLAY.repeat(3000);
        Path workbook = workbook(sheet(many).replace("</sheetData></worksheet>", "<row r="));

        assertThat(Search.in(List.of(workbook)).files()).hasSize(1);
        InputFile file = Search.in(List.of(workbook)).files().get(0);
        try (InputStream bytes = file.place().open()) {
            assertThat(new String(readUntilDamage(bytes), UTF_8)).contains("\"181\"");
        }
    }

    @Test
    void a_sheet_that_is_no_xml_or_refers_to_other_files_is_not_read() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "Song Title");
        String referring = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + other.toUri() + "\">]>"
                + sheet(HEADER.replace("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"A1\"><v>&e;</v></c>"));
        for (String hostile : List.of("nothing", referring)) {
            Path workbook = workbook(hostile);

            Found found = Search.in(List.of(workbook));

            assertThat(found.files()).isEmpty();
            assertThat(found.refused()).isNotEmpty();
        }
    }

    @Test
    void a_cell_beyond_any_limit_costs_its_own_row() throws IOException {
        String huge = "x".repeat(3_000_000);
        Path workbook = workbook(sheet(HEADER
                + "<row r=\"2\"><c r=\"A2\"><v>" + huge + "</v></c><c r=\"D2\"><v>" + huge + "</v></c></row>"
                + "<row r=\"3\"><c r=\"ZZZZ3\"><v>1</v></c><c r=\"XFD3\"><v>1</v></c></row>"
                + PLAY.replace("r=\"3\"", "r=\"4\"")));

        assertThat(Opened.rows(workbook))
                .containsExactly(
                        workbook + "!/10_listeningHistory: The line is longer than 1048576 bytes.",
                        workbook + "!/10_listeningHistory: The number of columns is 100, but the first line names 4.",
                        workbook + "!/10_listeningHistory: 1714557781000");
    }

    private static byte[] readUntilDamage(InputStream bytes) throws IOException {
        java.io.ByteArrayOutputStream before = new java.io.ByteArrayOutputStream();
        try {
            bytes.transferTo(before);
        } catch (IOException e) {
            assertThat(e).hasMessage("the workbook is damaged");
            return before.toByteArray();
        }
        throw new AssertionError("no damage was found");
    }

    private static String text(InputFile file) throws IOException {
        try (InputStream bytes = file.place().open()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private Path workbook(String history) throws IOException {
        Path path = folder.resolve("deezer-data_1.xlsx");
        Map<String, String> parts = new TreeMap<>(Map.of(
                "xl/workbook.xml", INDEX,
                "xl/_rels/workbook.xml.rels", TARGETS,
                "xl/sharedStrings.xml", TEXTS,
                "xl/worksheets/sheet1.xml", sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
                "xl/worksheets/sheet2.xml", history));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return path;
    }
}
