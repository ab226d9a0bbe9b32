package dev.segue.adapters.files.format;

import java.io.IOException;
import java.io.InputStream;

/** A file without rows. */
final class EmptyFile implements Format {

    @Override
    public String name() {
        return "EMPTY";
    }

    @Override
    public boolean isIn(Head head) {
        String content = head.content();
        boolean isBlank = content.isEmpty() && !head.isCutOff();
        return isBlank
                || (content.startsWith("[") && content.substring(1).strip().equals("]"));
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new NoRows(text);
    }

    private record NoRows(InputStream text) implements Rows {
        @Override
        public Row next() {
            return null;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
