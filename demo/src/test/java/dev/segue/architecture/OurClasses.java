package dev.segue.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The classes of this building, of all modules. */
final class OurClasses {

    static final String ROOT = "dev.segue";

    private OurClasses() {}

    /** Everything that runs; read once. */
    static JavaClasses inProduction() {
        return Production.CLASSES;
    }

    /** All tests of the modules that were built before, and of this one. */
    static JavaClasses inTests() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> folders = modules.map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .toList();
            return new ClassFileImporter()
                    .withImportOption(place -> !place.contains("/broken/"))
                    .importPaths(folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small building in which {@code rule} is broken on purpose. */
    static JavaClasses breaking(Rule rule) {
        return new ClassFileImporter().importPackages(rootOfBroken(rule));
    }

    static String rootOfBroken(Rule rule) {
        return OurClasses.class.getPackageName() + ".broken." + rule.name().toLowerCase(Locale.ROOT);
    }

    private static final class Production {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(place -> !place.contains("-tests.jar"))
                .importPackages(ROOT);
    }
}
