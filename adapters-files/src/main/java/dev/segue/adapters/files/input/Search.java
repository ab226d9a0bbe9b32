package dev.segue.adapters.files.input;

import dev.segue.adapters.files.format.ForeignExport;
import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.format.Formats;
import dev.segue.adapters.files.format.Head;
import dev.segue.adapters.files.format.text.ColumnWise;
import dev.segue.adapters.files.input.Found.PassedOver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Searches paths, folders and archives for input files, and classifies each file by its content. */
public final class Search {

    private static final String NOT_LISTENING = "not a listening history";

    private static final String EMPTY = "empty";

    private static final String VIDEO = "video; to include it, name the file itself";

    private static final String VIDEO_IN_ARCHIVE = "video; to include it, unpack the archive and name the file itself";

    private static final String NO_SHEET = "an Excel workbook without a sheet that holds a listening history";

    /** For example {@code Streaming_History_Video_2024.json}, or until 2022 {@code endvideo_0.json}. */
    private static final Pattern VIDEO_NAME =
            Pattern.compile("(endvideo|streaming_?history_?video)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_ENTRIES = 100_000;

    /** A name that a history or a log might have. */
    private static final Pattern ENDING_OF_OURS = Pattern.compile(
            "\\.(json|jsonl|ndjson|csv|tsv|txt|log|gz)(?: \\(\\d+\\))?$|/[^./]+$", Pattern.CASE_INSENSITIVE);

    private final List<InputFile> files = new ArrayList<>();
    private final List<PassedOver> skipped = new ArrayList<>();
    private final List<PassedOver> refused = new ArrayList<>();
    /** The last other service's export found in the current archive; null when none was. */
    private ForeignExport foreign;

    private Search() {}

    /** Opens some bytes from the first. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    /** What is found under {@code paths}, all of which exist; a path given twice is found twice. */
    public static Found in(List<Path> paths) {
        Search search = new Search();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                search.lookIntoFolder(path);
            } else {
                search.look(path, true);
            }
        }
        search.leaveOutWhatIsLessExact();
        return new Found(search.files, search.skipped, search.refused);
    }

    /** Otherwise plays would count twice: a play timed to the minute cannot be matched to one timed to the second. */
    private void leaveOutWhatIsLessExact() {
        Set<String> exact = files.stream()
                .map(InputFile::format)
                .filter(format -> format.isHistory() && format.whyLessExact() == null)
                .map(Format::service)
                .collect(Collectors.toSet());
        List<InputFile> superfluous = files.stream()
                .filter(file -> file.format().whyLessExact() != null
                        && exact.contains(file.format().service()))
                .toList();
        files.removeAll(superfluous);
        superfluous.forEach(
                file -> skipped.add(new PassedOver(file.name(), file.format().whyLessExact())));
    }

    private void lookIntoFolder(Path folder) {
        FolderWalk walk = FolderWalk.of(folder);
        skipped.addAll(walk.skipped());
        refused.addAll(walk.refused());
        walk.files().forEach(path -> look(path, false));
    }

    private void look(Path path, boolean named) {
        Place place = Place.of(path);
        try {
            if (!Files.isRegularFile(path)) {
                refused.add(new PassedOver(place.name(), FolderWalk.NEITHER));
            } else if (Magic.of(start(place::open)) == Magic.ZIP) {
                lookIntoArchive(path, named);
            } else {
                sort(place, place::open, Files.size(path), named);
            }
        } catch (IOException | RuntimeException e) {
            refused.add(new PassedOver(place.name(), reason(e)));
        }
    }

    private void lookIntoArchive(Path path, boolean named) throws IOException {
        int filesBefore = files.size();
        int refusedBefore = refused.size();
        foreign = null;
        String archiveName = PathName.of(path);
        try (Archive archive = Archive.open(path)) {
            if (archive.size() > MOST_ENTRIES) {
                refused.add(new PassedOver(archiveName, "an archive of more than " + MOST_ENTRIES + " files"));
                return;
            }
            Workbook workbook = Workbook.in(archive);
            if (workbook != null) {
                lookIntoWorkbook(path, workbook, named);
                return;
            }
            List<Integer> byName = IntStream.range(0, archive.size())
                    .filter(number -> !archive.isFolder(number))
                    .boxed()
                    .sorted(Comparator.comparing(archive::name))
                    .toList();
            Map<String, Integer> timesSeen = new HashMap<>();
            for (int number : byName) {
                int times = timesSeen.merge(archive.name(number), 1, Integer::sum);
                String name = archiveName + "!/" + archive.name(number) + (times == 1 ? "" : " (" + times + ")");
                lookAtEntry(new Place(name, path.toUri(), number), archive);
            }
        }
        boolean holdsNothing = files.size() == filesBefore && refused.size() == refusedBefore;
        if (named && holdsNothing) {
            refused.add(new PassedOver(
                    archiveName,
                    foreign == null
                            ? "an archive without a listening history"
                            : foreign.why() + "; " + Formats.EXPECTED));
        }
    }

    private void lookIntoWorkbook(Path path, Workbook workbook, boolean named) throws IOException {
        int filesBefore = files.size();
        int refusedBefore = refused.size();
        String name = PathName.of(path);
        for (Workbook.Sheet sheet : workbook.sheets()) {
            Place place = new Place(name + "!/" + sheet.name(), path.toUri(), sheet.entry());
            try {
                Format format = Formats.of(beginning(() -> workbook.text(sheet.entry()), Head.ENOUGH));
                if (format != null && format != Formats.EMPTY) {
                    files.add(new InputFile(place, false, format, Files.size(path)));
                }
            } catch (IOException | RuntimeException e) {
                refused.add(new PassedOver(place.name(), reason(e)));
            }
        }
        if (files.size() == filesBefore && refused.size() == refusedBefore) {
            (named ? refused : skipped).add(new PassedOver(name, NO_SHEET));
        }
    }

    private void lookAtEntry(Place place, Archive archive) {
        try {
            sort(place, () -> archive.entry(place.entry()), archive.size(place.entry()), false);
        } catch (IOException | RuntimeException e) {
            boolean couldBeOurs = ENDING_OF_OURS.matcher(place.name()).find();
            (couldBeOurs ? refused : skipped).add(new PassedOver(place.name(), reason(e)));
        }
    }

    private void sort(Place place, Opening bytes, long size, boolean named) throws IOException {
        Magic container = Magic.of(start(bytes));
        boolean gzip = container == Magic.GZIP;
        byte[] head = container == Magic.NONE || gzip ? head(bytes, gzip, size) : new byte[0];
        Magic inside = gzip ? Magic.of(head) : container;
        Format format = inside == Magic.NONE ? Formats.of(head) : null;
        if (format != null && ColumnWise.isIn(head)) {
            refused.add(new PassedOver(place.name(), ColumnWise.OBJECTION));
        } else if (inside != Magic.NONE) {
            (named ? refused : skipped).add(new PassedOver(place.name(), inside.title() + "; unpack it first"));
        } else if (format == null) {
            ForeignExport export = ForeignExport.of(head, FileName.revealing(place.name()));
            foreign = export == null ? foreign : export;
            passOver(place, export, named);
        } else if (!named && format == Formats.EMPTY) {
            skipped.add(new PassedOver(place.name(), EMPTY));
        } else if (!named && isVideo(place, format)) {
            skipped.add(new PassedOver(place.name(), FileName.isInArchive(place.name()) ? VIDEO_IN_ARCHIVE : VIDEO));
        } else {
            files.add(new InputFile(place, gzip, format, Math.max(0, size)));
        }
    }

    private void passOver(Place place, ForeignExport export, boolean named) {
        if (named) {
            refused.add(new PassedOver(
                    place.name(),
                    export == null
                            ? "not in a supported format: " + Formats.EXPECTED
                            : export.why() + "; " + Formats.EXPECTED));
        } else {
            skipped.add(new PassedOver(place.name(), export == null ? NOT_LISTENING : export.why()));
        }
    }

    private static byte[] start(Opening bytes) throws IOException {
        return beginning(bytes, Magic.ENOUGH);
    }

    private static byte[] head(Opening bytes, boolean gzip, long size) throws IOException {
        return beginning(() -> Text.of(bytes.open(), gzip, size), Head.ENOUGH);
    }

    /** The first {@code most} bytes, or fewer if the input ends or breaks off before. */
    private static byte[] beginning(Opening bytes, int most) throws IOException {
        byte[] beginning = new byte[most];
        int length = 0;
        try (InputStream open = bytes.open()) {
            int read = open.read(beginning);
            while (read > 0) {
                length += read;
                read = open.read(beginning, length, most - length);
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(beginning, length);
    }

    /** Video has the same fields as audio and is in the same export; only the file name distinguishes it. */
    private static boolean isVideo(Place place, Format format) {
        return format.isHistory()
                && VIDEO_NAME.matcher(FileName.last(place.name())).find();
    }

    static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = e.getMessage();
        return "cannot be read" + (message == null ? "" : ": " + message);
    }
}
