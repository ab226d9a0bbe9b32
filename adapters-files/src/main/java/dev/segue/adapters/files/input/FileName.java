package dev.segue.adapters.files.input;

import java.util.regex.Pattern;

/** The parts of a file's name as shown: a path, or an archive's path and the name of an entry in it. */
public final class FileName {

    private static final String IN_ARCHIVE = "!/";

    private static final Pattern DATA =
            Pattern.compile("\\.(csv|html?|json|jsonl|tsv|txt|xlsx|xml|zip)$", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** The file's own name, without folders. */
    static String last(String name) {
        return name.substring(startOfLast(name, name.length()));
    }

    /**
     * The part of the name that can identify a service: the file's own name and, for data files, that of its folder or
     * archive. A picture in a folder named after a service is not an export.
     */
    static String revealing(String name) {
        String last = last(name);
        int start = name.length() - last.length();
        return DATA.matcher(last).find() ? name.substring(startOfLast(name, Math.max(0, start - 1))) : last;
    }

    static boolean isInArchive(String name) {
        return name.contains(IN_ARCHIVE);
    }

    /** The folder or archive it is in; empty when the name has none. */
    public static String surroundings(String name) {
        int archive = name.indexOf(IN_ARCHIVE);
        return archive >= 0 ? name.substring(0, archive) : name.substring(0, startOfLast(name, name.length()));
    }

    private static int startOfLast(String name, int end) {
        return Math.max(name.lastIndexOf('/', end - 1), name.lastIndexOf('\\', end - 1)) + 1;
    }
}
