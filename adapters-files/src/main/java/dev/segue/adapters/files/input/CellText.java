package dev.segue.adapters.files.input;

import dev.segue.adapters.files.format.text.Lines;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the text inside an element of a workbook. */
final class CellText {

    /** What is longer makes the line too long, which is reported; so no more needs to be kept. */
    private static final int LONGEST = Lines.LONGEST + 1;

    private static final String PHONETIC = "rPh";

    private CellText() {}

    /** Everything that is written inside the element just entered, to its end; how to pronounce it is left out. */
    static String of(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(PHONETIC)) {
                phonetic++;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(PHONETIC)) {
                phonetic--;
            } else if (isText(event) && phonetic == 0 && text.length() < LONGEST) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }
}
