package dev.segue.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every job's package documents what its users and its on-call engineers must know. */
class JobPackagesTest {

    private static final Path JOBS = Path.of("src/main/java/dev/segue/app/job");

    static List<Path> packages() throws IOException {
        try (Stream<Path> entries = Files.list(JOBS)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void it_says_whose_it_is_what_it_reads_and_writes_and_what_may_be_late_or_lost(Path folder) throws IOException {
        String words = Files.readString(folder.resolve("package-info.java"));

        assertThat(words).contains("Owner: ", "Topics in: ", "Topics out: ", "Lateness: ", "May be lost: ");
    }

    @Test
    void every_package_registers_its_job() throws IOException {
        List<String> registered = Jobs.ALL.stream()
                .map(job -> job.wiring().getClass().getPackageName())
                .toList();

        assertThat(packages().stream().map(folder -> Registration.class.getPackageName() + "." + folder.getFileName()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(registered).anyMatch(of -> of.startsWith(name)));
    }
}
