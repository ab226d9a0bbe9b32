package dev.segue.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.segue.app.Jobs;
import dev.segue.app.dashboard.DashboardOptions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation covers every setting in the code. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    private static final String WRITE = "segue.docs.write";

    private static final String TO_WRITE_IT_ANEW = "mvn test -pl app -am -Dtest=ConfigurationPageTest -D" + WRITE
            + "=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void the_page_says_what_the_settings_say() throws IOException {
        String page = ConfigurationPage.of(readers());
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/configuration.md does not match the settings; regenerate it with: " + TO_WRITE_IT_ANEW)
                .hasContent(page);
    }

    @Test
    void every_setting_in_the_code_is_read_by_someone() {
        Set<String> offered = readers().values().stream()
                .flatMap(options -> Stream.concat(Stream.of(options), namedIn(options)))
                .flatMap(OptionSet::settings)
                .map(Setting::key)
                .collect(Collectors.toSet());

        assertThat(settingsInTheCode()).isNotEmpty().allSatisfy(setting -> assertThat(offered)
                .contains(setting.key()));
    }

    @Test
    void nobody_is_offered_a_key_twice() {
        assertThat(readers().values().stream().flatMap(options -> Stream.concat(Stream.of(options), namedIn(options))))
                .isNotEmpty()
                .allSatisfy(options ->
                        assertThat(options.settings().map(Setting::key)).doesNotHaveDuplicates());
    }

    private static Stream<OptionSet> namedIn(OptionSet options) {
        return options.named().map(named -> named.options().apply("NAME"));
    }

    /** The options of every reader of configurations, by its name on the command line. */
    private static Map<String, OptionSet> readers() {
        Map<String, OptionSet> readers = new LinkedHashMap<>();
        Jobs.ALL.forEach(job -> readers.put(job.name(), job.options()));
        readers.put("dashboard", DashboardOptions.HEEDED);
        return readers;
    }

    private static List<Setting<?>> settingsInTheCode() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.segue.app").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Setting.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .map(ConfigurationPageTest::value)
                        .collect(Collectors.toList());
    }

    private static Setting<?> value(JavaField field) {
        try {
            Field constant = field.reflect();
            constant.setAccessible(true);
            return (Setting<?>) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
