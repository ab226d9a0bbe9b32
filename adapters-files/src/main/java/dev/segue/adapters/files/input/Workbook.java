package dev.segue.adapters.files.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An Excel workbook (.xlsx), which is a zip archive of XML. Sheets are read row by row; the texts that they share are
 * held in memory, up to a limit.
 */
final class Workbook {

    private static final String INDEX = "xl/workbook.xml";
    private static final String TARGETS = "xl/_rels/workbook.xml.rels";
    private static final String SHARED_TEXTS = "xl/sharedStrings.xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final int MOST_SHEETS = 1000;
    private static final int MOST_SHARED_TEXTS = 5_000_000;
    /** Estimated bytes in memory. */
    private static final long MOST_SHARED_BYTES = 256L << 20;

    private static final int BYTES_PER_TEXT = 56;

    /** Java's own parser, whatever is on the class path. It must not fetch or expand anything. */
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final Archive archive;
    private final Map<String, Integer> entries = new HashMap<>();
    private List<String> sharedTexts;

    private Workbook(Archive archive) {
        this.archive = archive;
        for (int number = 0; number < archive.size(); number++) {
            entries.putIfAbsent(archive.name(number), number);
        }
    }

    /** The workbook that {@code archive} is; null when it is none. */
    static Workbook in(Archive archive) {
        Workbook workbook = new Workbook(archive);
        return workbook.entries.containsKey(INDEX) ? workbook : null;
    }

    /**
     * A sheet.
     *
     * @param entry its number in the archive
     */
    record Sheet(String name, int entry) {}

    /** The sheets, in the order of their tabs; those without an entry are left out. */
    List<Sheet> sheets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        forEachElement(TARGETS, "Relationship", xml -> {
            if (targets.size() < MOST_SHEETS) {
                targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
        });
        List<Sheet> sheets = new ArrayList<>();
        forEachElement(INDEX, "sheet", xml -> {
            String target = targets.get(xml.getAttributeValue(RELATIONSHIPS, "id"));
            Integer entry =
                    target == null ? null : entries.get(target.startsWith("/") ? target.substring(1) : "xl/" + target);
            if (entry != null && sheets.size() < MOST_SHEETS) {
                sheets.add(new Sheet(xml.getAttributeValue(null, "name"), entry));
            }
        });
        return sheets;
    }

    /** The rows of a sheet as CSV in UTF-8, each row on the line of its number. */
    InputStream text(int entry) throws IOException {
        if (sharedTexts == null) {
            sharedTexts = readSharedTexts();
        }
        InputStream bytes = archive.entry(entry);
        try {
            return new SheetText(bytes, XML.createXMLStreamReader(bytes), sharedTexts);
        } catch (XMLStreamException e) {
            bytes.close();
            throw broken(e);
        }
    }

    /** The error for XML that is not as it should be. Its cause may quote the text, and the text may be private. */
    static IOException broken(XMLStreamException cause) {
        return new IOException("the workbook is damaged", cause);
    }

    @FunctionalInterface
    private interface Visit {
        void of(XMLStreamReader xml);
    }

    private void forEachElement(String part, String element, Visit visit) throws IOException {
        Integer entry = entries.get(part);
        if (entry == null) {
            return;
        }
        try (InputStream bytes = archive.entry(entry)) {
            XMLStreamReader xml = XML.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    visit.of(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private List<String> readSharedTexts() throws IOException {
        Integer entry = entries.get(SHARED_TEXTS);
        if (entry == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        long size = 0;
        try (InputStream bytes = archive.entry(entry)) {
            XMLStreamReader xml = XML.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = CellText.of(xml, "si");
                    texts.add(text);
                    size += BYTES_PER_TEXT + 2L * text.length();
                    if (texts.size() > MOST_SHARED_TEXTS || size > MOST_SHARED_BYTES) {
                        throw new IOException("the workbook holds more text than Segue reads at once;"
                                + " save the sheet with the history as CSV");
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        return texts;
    }
}
