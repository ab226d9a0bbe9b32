package dev.segue.architecture.broken.file_formats_stay_out_of_the_app.app;

import dev.segue.architecture.broken.file_formats_stay_out_of_the_app.adapters.files.Csv;

final class Culprit {

    private Culprit() {}

    static void reads() {
        Csv.read();
    }
}
