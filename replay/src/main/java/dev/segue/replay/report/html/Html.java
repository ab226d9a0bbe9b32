package dev.segue.replay.report.html;

import dev.segue.domain.accounting.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes HTML. This is the only place that escapes: whatever a name contains, it is shown as text, and changes neither
 * the markup nor the direction of the text around it.
 */
final class Html {

    /** How many characters of a name are shown, as readers count them. */
    private static final int MOST_SHOWN = 80;

    private static final Pattern SHOWN = Pattern.compile("\\X{" + MOST_SHOWN + "}(?=.)");

    private static final Set<String> INLINE =
            Set.of("a", "b", "bdi", "code", "dd", "dt", "rect", "span", "td", "th", "title");

    private final StringBuilder page = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    Html() {
        page.append("<!doctype html>\n");
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; an attribute with the value null is left out
     */
    Html open(String tag, String... attributes) {
        startTag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        String tag = open.pop();
        page.append("</").append(tag).append('>');
        if (!INLINE.contains(tag)) {
            page.append('\n');
        }
        return this;
    }

    /** An element without content, which has no end tag. */
    Html empty(String tag, String... attributes) {
        startTag(tag, attributes);
        page.append('\n');
        return this;
    }

    /** An element with text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element with a name from outside. */
    Html named(String tag, String name, String... attributes) {
        return open(tag, attributes).name(name).close();
    }

    /** Any text; whatever is invisible or changes the direction of writing is shown as its code. */
    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** A name from outside, in its own direction of writing. A long one is cut; pointing at it shows all of it. */
    Html name(String name) {
        String visible = VisibleText.of(name);
        Matcher longer = SHOWN.matcher(visible);
        return longer.lookingAt() ? element("bdi", longer.group() + "…", "title", visible) : element("bdi", visible);
    }

    /** The style sheet, which must not contain an end tag. */
    Html style(String sheet) {
        page.append("<style>").append(sheet).append("</style>\n");
        return this;
    }

    /** The page so far; all elements must have been closed. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return page.toString();
    }

    private void startTag(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                page.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(attributes[i + 1]))
                        .append('"');
            }
        }
        page.append('>');
    }

    private static String escaped(String original) {
        String text = VisibleText.of(original);
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            String entity =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> null;
                    };
            if (entity != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 32).append(text, 0, i);
            }
            if (escaped != null) {
                if (entity == null) {
                    escaped.append(text.charAt(i));
                } else {
                    escaped.append(entity);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }
}
