package dev.segue.app.replay.input;

import dev.segue.app.replay.format.ForeignExport;
import dev.segue.app.replay.format.Format;
import dev.segue.app.replay.format.Recognition;
import dev.segue.app.replay.input.Found.PassedOver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Goes through paths, folders and archives, and sorts what is there by what it holds. */
public final class Search {

    private static final String NOT_LISTENING = "not a listening history";

    private static final String EMPTY = "empty";

    private static final String VIDEO = "video; to include it, name the file itself";

    private static final String VIDEO_IN_ARCHIVE = "video; to include it, unpack the archive and name the file itself";

    private static final String LESS_EXACT =
            "account data, which has minutes only, beside an extended history; to read it, replay it alone";

    private static final String WORKBOOK = "an Excel workbook; save the sheet that holds the history as CSV";

    /** As {@code Streaming_History_Video_2024.json}, or until 2022 {@code endvideo_0.json}. */
    private static final Pattern VIDEO_NAME =
            Pattern.compile("(endvideo|streaming_?history_?video)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_ENTRIES = 100_000;

    private final List<InputFile> files = new ArrayList<>();
    private final List<PassedOver> skipped = new ArrayList<>();
    private final List<PassedOver> refused = new ArrayList<>();
    /** The last export of another service that was come across in the archive at hand; null when none was. */
    private ForeignExport foreign;

    private Search() {}

    /** What there is under {@code paths}, each of which exists; what is named twice is there twice. */
    public static Found in(List<Path> paths) {
        Search search = new Search();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                search.lookIntoFolder(path);
            } else {
                search.look(path, true);
            }
        }
        search.leaveOutAccountDataBesideHistory();
        return new Found(search.files, search.skipped, search.refused);
    }

    /** The same plays would count twice: a minute's play cannot be known for the second's. */
    private void leaveOutAccountDataBesideHistory() {
        if (files.stream().anyMatch(file -> file.format().isExtendedHistory())) {
            List<InputFile> accountData =
                    files.stream().filter(file -> file.format().isAccountData()).toList();
            files.removeAll(accountData);
            accountData.forEach(file -> skipped.add(new PassedOver(file.name(), LESS_EXACT)));
        }
    }

    private void lookIntoFolder(Path folder) {
        List<Path> inside;
        try (Stream<Path> paths = Files.walk(folder)) {
            inside = paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | RuntimeException e) {
            refused.add(new PassedOver(folder.toString(), reason(e)));
            return;
        }
        inside.forEach(path -> look(path, false));
    }

    private void look(Path path, boolean named) {
        Place place = Place.of(path);
        try {
            if (!Files.isRegularFile(path)) {
                refused.add(new PassedOver(place.name(), "neither a file nor a folder"));
            } else if (Magic.of(place) == Magic.ZIP) {
                lookIntoArchive(path, named);
            } else {
                sort(place, Files.size(path), named);
            }
        } catch (IOException | RuntimeException e) {
            refused.add(new PassedOver(place.name(), reason(e)));
        }
    }

    private void lookIntoArchive(Path path, boolean named) throws IOException {
        int before = files.size();
        foreign = null;
        try (ZipFile archive = new ZipFile(path.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                refused.add(new PassedOver(path.toString(), "an archive of more than " + MOST_ENTRIES + " files"));
                return;
            }
            if (archive.getEntry("xl/workbook.xml") != null) {
                ForeignExport export = ForeignExport.of(new byte[0], FileName.lastTwo(path.toString()));
                (named ? refused : skipped)
                        .add(new PassedOver(path.toString(), export == null ? WORKBOOK : notReadYet(export)));
                return;
            }
            List<ZipEntry> byName = new ArrayList<>(Collections.list(archive.entries()));
            byName.sort(Comparator.comparing(ZipEntry::getName));
            for (ZipEntry entry : byName) {
                if (!entry.isDirectory()) {
                    lookAtEntry(new Place(path.toString(), entry.getName()), entry.getSize());
                }
            }
        }
        if (named && files.size() == before) {
            refused.add(new PassedOver(
                    path.toString(),
                    foreign == null
                            ? "an archive without a listening history"
                            : notReadYet(foreign) + "; " + Format.EXPECTED));
        }
    }

    private void lookAtEntry(Place place, long size) {
        try {
            sort(place, size, false);
        } catch (IOException | RuntimeException e) {
            refused.add(new PassedOver(place.name(), reason(e)));
        }
    }

    private void sort(Place place, long size, boolean named) throws IOException {
        Magic magic = Magic.of(place);
        boolean gzip = magic == Magic.GZIP;
        byte[] head = magic == Magic.ZIP ? new byte[0] : head(place, gzip, size);
        Format format = magic == Magic.ZIP ? null : Recognition.of(head);
        if (format == null) {
            ForeignExport export = ForeignExport.of(head, FileName.lastTwo(place.name()));
            foreign = export == null ? foreign : export;
            passOver(place, export, magic, named);
        } else if (!named && format == Format.EMPTY) {
            skipped.add(new PassedOver(place.name(), EMPTY));
        } else if (!named && isVideo(place, format)) {
            skipped.add(new PassedOver(place.name(), FileName.isInArchive(place.name()) ? VIDEO_IN_ARCHIVE : VIDEO));
        } else {
            files.add(new InputFile(place, gzip, format, Math.max(0, size)));
        }
    }

    private void passOver(Place place, ForeignExport export, Magic magic, boolean named) {
        if (named) {
            refused.add(new PassedOver(
                    place.name(),
                    export == null
                            ? "none of the formats that are understood: " + Format.EXPECTED
                            : notReadYet(export) + "; " + Format.EXPECTED));
        } else if (export != null) {
            skipped.add(new PassedOver(place.name(), notReadYet(export)));
        } else {
            skipped.add(new PassedOver(place.name(), magic == Magic.ZIP ? "an archive in an archive" : NOT_LISTENING));
        }
    }

    private static String notReadYet(ForeignExport export) {
        return export.title() + ", which is not read yet";
    }

    /** What a file begins with; of one that breaks off, what there is. */
    private static byte[] head(Place place, boolean gzip, long size) throws IOException {
        byte[] head = new byte[Recognition.ENOUGH];
        int length = 0;
        try (InputStream text = Text.of(place.open(), gzip, size)) {
            int read = text.read(head);
            while (read > 0) {
                length += read;
                read = text.read(head, length, head.length - length);
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(head, length);
    }

    /** Video has the same fields as audio, and lies beside it in an export; there only its name tells. */
    private static boolean isVideo(Place place, Format format) {
        return format.isHistory()
                && VIDEO_NAME.matcher(FileName.last(place.name())).find();
    }

    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = e.getMessage();
        return "cannot be read" + (message == null ? "" : ": " + message);
    }
}
