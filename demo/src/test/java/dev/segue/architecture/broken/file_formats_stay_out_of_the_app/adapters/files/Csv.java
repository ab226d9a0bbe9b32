package dev.segue.architecture.broken.file_formats_stay_out_of_the_app.adapters.files;

public final class Csv {

    private Csv() {}

    public static void read() {}
}
