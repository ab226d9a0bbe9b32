package dev.segue.adapters.kafka.secret;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A secret as the configuration has it. It may be sent to the workers as it is: what it refers to is looked up there.
 *
 * @param text may contain {@link References}; otherwise the secret itself
 */
public record Secret(String text) implements Serializable {

    public Secret {
        requireNonNull(text, "text");
    }

    /**
     * The secret itself.
     *
     * @throws Unresolved when this process does not have what the text refers to
     */
    public String value() {
        return References.ofThisProcess().resolved(text);
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "***";
    }
}
