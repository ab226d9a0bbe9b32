package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.files.format.text.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes the rows of a sheet as CSV while it is read, one row at a time. */
final class SheetText extends InputStream {

    /** Columns beyond this many are not read. */
    private static final int MOST_COLUMNS = 100;

    /** Excel has no more rows. */
    private static final int MOST_ROWS = 1 << 20;

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final List<String> sharedTexts;
    private final StringBuilder line = new StringBuilder();
    private byte[] ready = new byte[0];
    private int at;
    private int row;
    private int columnsOfHeader;
    private boolean ended;

    /**
     * Starts at the beginning of the sheet.
     *
     * @param bytes closed with this
     * @param xml reads {@code bytes}
     */
    SheetText(InputStream bytes, XMLStreamReader xml, List<String> sharedTexts) {
        this.bytes = bytes;
        this.xml = xml;
        this.sharedTexts = sharedTexts;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, target, from, read);
        at += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Makes the next row ready unless there is still something; false at the end. */
    private boolean fill() throws IOException {
        try {
            while (at == ready.length && !ended) {
                readOn();
            }
        } catch (XMLStreamException e) {
            ended = true;
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw Workbook.broken(e);
        }
        return at < ready.length;
    }

    private void readOn() throws XMLStreamException, IOException {
        ended = !xml.hasNext();
        if (!ended
                && xml.next() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("row")) {
            line.setLength(0);
            beginRow(xml.getAttributeValue(null, "r"));
            readRow();
            line.append('\n');
            ready = line.toString().getBytes(UTF_8);
            at = 0;
        }
    }

    /** Puts the row on the line of its number; rows without cells may be left out of the sheet. */
    private void beginRow(String written) throws IOException {
        if (row >= MOST_ROWS) {
            throw new IOException("the sheet has more than " + MOST_ROWS + " rows; save it as CSV");
        }
        int number = number(written, row + 1);
        while (row + 1 < Math.min(number, MOST_ROWS)) {
            line.append('\n');
            row++;
        }
        row++;
    }

    private void readRow() throws XMLStreamException {
        int cells = line.length();
        boolean isEmpty = true;
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int named = column(xml.getAttributeValue(null, "r"), column);
                String value = value();
                isEmpty &= value.isBlank();
                while (column < named && column < MOST_COLUMNS) {
                    column = next(column, "");
                }
                if (named == column && column < MOST_COLUMNS) {
                    column = next(column, value);
                }
            }
        }
        if (isEmpty) {
            line.setLength(cells);
            return;
        }
        // Empty cells at the end may be left out.
        while (column > 0 && column < columnsOfHeader) {
            column = next(column, "");
        }
        columnsOfHeader = columnsOfHeader == 0 ? column : columnsOfHeader;
    }

    private int next(int column, String value) {
        line.append(column == 0 ? "" : ",");
        if (line.length() <= Lines.LONGEST) {
            String onOneLine = value.replace('\r', ' ').replace('\n', ' ');
            line.append('"').append(onOneLine.replace("\"", "\"\"")).append('"');
        }
        return column + 1;
    }

    private String value() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String text = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && (xml.getLocalName().equals("v") || xml.getLocalName().equals("is"))) {
                text = CellText.of(xml, xml.getLocalName());
            }
        }
        if (!"s".equals(type)) {
            return text;
        }
        int number = number(text, -1);
        return number >= 0 && number < sharedTexts.size() ? sharedTexts.get(number) : "";
    }

    /** The column, counted from 0, in a name such as {@code B7}; {@code otherwise} when it names none. */
    private static int column(String cell, int otherwise) {
        int column = 0;
        int letters = 0;
        while (cell != null && letters < cell.length() && letters < 4 && Character.isLetter(cell.charAt(letters))) {
            column = column * 26 + (Character.toUpperCase(cell.charAt(letters)) - 'A' + 1);
            letters++;
        }
        return letters == 0 ? otherwise : column - 1;
    }

    private static int number(String written, int otherwise) {
        try {
            return written == null ? otherwise : Integer.parseInt(written.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
