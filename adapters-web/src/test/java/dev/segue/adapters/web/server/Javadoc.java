package dev.segue.adapters.web.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source says about a record or an enum and its parts, as plain text. */
final class Javadoc {

    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main", "java"), Path.of("..", "domain", "src", "main", "java"));

    private static final Pattern PARAM = Pattern.compile("@param (\\w+) (.*?)(?=\\s@param |\\z)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\{@value #(\\w+)}");
    private static final Pattern LINK = Pattern.compile("\\{@link (?:[\\w.]*[#.])?(\\w+)(?:\\([^)]*\\))?}");
    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z_]+)(?=[\\s,;(}])", Pattern.DOTALL);

    private final Class<?> type;
    private final String source;

    Javadoc(Class<?> type) {
        this.type = type;
        this.source = source(type);
    }

    /** By the key of {@link Schemas}: the type itself, and each of its components. */
    Map<String, String> byKey(String name) {
        Map<String, String> found = new LinkedHashMap<>();
        String comment = commentBefore("(?:record|enum|class) " + type.getSimpleName() + "\\b");
        String[] parts = comment.split("@param", 2);
        found.put(name, type.isEnum() ? withConstants(plain(parts[0])) : plain(parts[0]));
        Matcher params = PARAM.matcher(comment);
        while (params.find()) {
            found.put(name + "." + params.group(1), plain(params.group(2)));
        }
        found.values().removeIf(String::isEmpty);
        return found;
    }

    private String withConstants(String about) {
        Matcher begin =
                Pattern.compile("enum " + type.getSimpleName() + "\\b[^{]*\\{").matcher(source);
        List<String> all = new ArrayList<>(List.of(about));
        if (begin.find()) {
            List<String> words =
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList();
            Matcher constants = CONSTANT.matcher(source.substring(begin.end()));
            while (constants.find() && words.contains(constants.group(2))) {
                all.add(constants.group(2) + ": " + plain(lines(constants.group(1))));
            }
        }
        return String.join(" ", all).strip();
    }

    private String commentBefore(String declaration) {
        Matcher at = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?[^\\n]*\\s+)*(?:public |static |final |sealed )*"
                                + declaration,
                        Pattern.DOTALL)
                .matcher(source);
        return at.find() ? lines(at.group(1)) : "";
    }

    private static String lines(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\s+", " ").strip();
    }

    private String plain(String text) {
        String resolved = VALUE.matcher(text).replaceAll(of -> constant(of.group(1)));
        return LINK.matcher(resolved)
                .replaceAll("$1")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .replace("<p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String constant(String name) {
        Matcher value = Pattern.compile(name + " = ([\\d_]+)").matcher(source);
        if (!value.find()) {
            throw new IllegalStateException("no constant " + name);
        }
        return value.group(1);
    }

    private static String source(Class<?> type) {
        String file = type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
        try {
            for (Path root : SOURCES) {
                if (Files.exists(root.resolve(file))) {
                    return Files.readString(root.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no source of " + type);
    }
}
