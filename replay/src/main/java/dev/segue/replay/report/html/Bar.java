package dev.segue.replay.report.html;

/** A thin bar below a name or a figure, for the eye only. */
final class Bar {

    private Bar() {}

    /** Writes a bar as long as {@code part} is of {@code whole}. */
    static void write(long part, long whole, Html html) {
        html.open("svg", "class", "bar", "width", "100%", "height", "4", "aria-hidden", "true");
        html.open("rect", "class", "ground", "width", "100%", "height", "4", "rx", "2")
                .close();
        html.open("rect", "class", "length", "width", Figures.percent(part, whole), "height", "4", "rx", "2")
                .close();
        html.close();
    }
}
