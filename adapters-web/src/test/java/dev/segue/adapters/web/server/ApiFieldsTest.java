package dev.segue.adapters.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.view.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The API's document explains types and fields in the words of their source. */
class ApiFieldsTest {

    private static final Path FIELDS =
            Path.of("src", "main", "resources", "dev", "segue", "adapters", "web", "server", Schemas.EXPLAINED);

    private static final String WRITE = "segue.docs.write";

    private static final String TO_WRITE_IT_ANEW = "mvn test -pl adapters-web -am -Dtest=ApiFieldsTest -D" + WRITE
            + "=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void types_and_fields_are_explained_as_in_their_source() throws Exception {
        Schemas schemas = new Schemas(new Json());
        for (View view : View.values()) {
            schemas.of(view.answer());
        }
        schemas.of(NoteRequest.class);
        schemas.of(Problem.class);
        Map<String, String> explained = new TreeMap<>();
        schemas.types().forEach((type, name) -> explained.putAll(new Javadoc(type).byKey(name)));
        String written = explained.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(FIELDS.getParent());
            Files.writeString(FIELDS, written);
        }

        assertThat(FIELDS)
                .as(FIELDS + " does not say what the Javadoc says; write it anew with: " + TO_WRITE_IT_ANEW)
                .hasContent(written);
    }
}
