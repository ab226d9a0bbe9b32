package dev.segue.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code obeys every {@link Rule}, and every rule fails on a small violation. */
class ArchitectureTest {

    /** A report names what breaks the rule before what it should not have touched. */
    private static final Pattern SUBJECT_IS_A_CULPRIT = Pattern.compile("^[^<]*<[^(>]*\\.Culprit");

    @ParameterizedTest
    @EnumSource
    void it_holds(Rule rule) {
        rule.forBuildingAt(OurClasses.ROOT).check(OurClasses.inProduction());
    }

    @Test
    void tests_use_no_mocks_either() {
        Rule.NO_MOCKS.forBuildingAt(OurClasses.ROOT).check(OurClasses.inTests());
    }

    @ParameterizedTest
    @EnumSource
    void it_bites(Rule rule) {
        JavaClasses broken = OurClasses.breaking(rule);

        List<String> found = rule.forBuildingAt(OurClasses.rootOfBroken(rule))
                .evaluate(broken)
                .getFailureReport()
                .getDetails();

        assertThat(culprits(broken)).isNotEmpty().allSatisfy(culprit -> assertThat(found)
                .as("what the rule says about %s", culprit)
                .anyMatch(detail -> detail.contains(culprit)));
        assertThat(found)
                .allMatch(detail -> SUBJECT_IS_A_CULPRIT.matcher(detail).find());
    }

    @ParameterizedTest
    @EnumSource
    void it_does_not_pass_on_emptiness(Rule rule) {
        JavaClasses nothing = new ClassFileImporter().importClasses();

        assertThatThrownBy(() -> rule.forBuildingAt(OurClasses.ROOT).check(nothing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void every_module_is_looked_at() {
        assertThat(OurClasses.inProduction().stream().map(JavaClass::getPackageName))
                .anyMatch(name -> name.startsWith("dev.segue.contracts"))
                .anyMatch(name -> name.startsWith("dev.segue.domain"))
                .anyMatch(name -> name.startsWith("dev.segue.adapters.kafka"))
                .anyMatch(name -> name.startsWith("dev.segue.adapters.flink"))
                .anyMatch(name -> name.startsWith("dev.segue.adapters.web"))
                .anyMatch(name -> name.startsWith("dev.segue.adapters.files"))
                .anyMatch(name -> name.startsWith("dev.segue.stack"))
                .anyMatch(name -> name.startsWith("dev.segue.app"))
                .anyMatch(name -> name.startsWith("dev.segue.replay"))
                .anyMatch(name -> name.startsWith("dev.segue.simulator"))
                .anyMatch(name -> name.startsWith("dev.segue.demo"))
                .noneMatch(name -> name.startsWith("dev.segue.architecture"));
    }

    /** Whatever is called a culprit must be found: a class by its name, in a class each method by its own. */
    private static List<String> culprits(JavaClasses broken) {
        return broken.stream()
                .filter(type -> type.getSimpleName().startsWith("Culprit"))
                .flatMap(type -> type.getMethods().isEmpty()
                        ? Stream.of(type.getName())
                        : type.getMethods().stream()
                                .filter(method -> !method.getName().contains("$"))
                                .map(method -> type.getName() + "." + method.getName() + "("))
                .toList();
    }
}
