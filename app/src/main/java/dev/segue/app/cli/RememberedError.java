package dev.segue.app.cli;

import java.io.StringWriter;

/** Standard error that also records everything written to it. */
final class RememberedError extends StringWriter {

    private int shown;

    @Override
    public void flush() {
        System.err.print(getBuffer().substring(shown));
        System.err.flush();
        shown = getBuffer().length();
    }
}
