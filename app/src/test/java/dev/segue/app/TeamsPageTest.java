package dev.segue.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.config.OptionSet;
import dev.segue.app.job.Registration;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that {@code docs/teams.md} adds as an example: its code compiles, and it registers as the page says. */
class TeamsPageTest {

    private static final Path PAGE = Path.of("../docs/teams.md");
    private static final String PACKAGE = "dev.segue.app.job.countries";

    /** The page leaves imports out. */
    private static final List<String> IMPORTS = List.of(
            "com.google.inject.Inject",
            "dev.segue.adapters.flink.intake.ReceptionOperator",
            "dev.segue.adapters.flink.session.SessionTypes",
            "dev.segue.adapters.kafka.codec.RecordWriter",
            "dev.segue.adapters.kafka.registry.SchemaRegistry",
            "dev.segue.adapters.kafka.sink.KeyedRecords",
            "dev.segue.adapters.kafka.sink.Sinks",
            "dev.segue.adapters.kafka.topic.Topic",
            "dev.segue.adapters.kafka.topic.Topic.Storage",
            "dev.segue.adapters.kafka.topic.TopicCheck",
            "dev.segue.adapters.kafka.topic.TopicUse",
            "dev.segue.adapters.kafka.topic.Topics",
            "dev.segue.app.config.Config",
            "dev.segue.app.job.Job",
            "dev.segue.app.job.Registration",
            "dev.segue.app.job.ResultStreams",
            "dev.segue.app.option.JobSettings",
            "dev.segue.app.option.KafkaSettings",
            "dev.segue.app.option.ResultOptions",
            "dev.segue.domain.accounting.Received",
            "dev.segue.domain.session.Change",
            "java.nio.charset.StandardCharsets",
            "java.time.Instant",
            "java.time.ZoneOffset",
            "java.util.List",
            "org.apache.flink.api.common.functions.OpenContext",
            "org.apache.flink.api.common.state.ValueState",
            "org.apache.flink.api.common.state.ValueStateDescriptor",
            "org.apache.flink.api.common.typeinfo.TypeInformation",
            "org.apache.flink.api.common.typeinfo.Types",
            "org.apache.flink.streaming.api.datastream.DataStream",
            "org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator",
            "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment",
            "org.apache.flink.streaming.api.functions.KeyedProcessFunction",
            "org.apache.flink.util.Collector",
            "org.apache.kafka.clients.producer.ProducerRecord");

    @Test
    void the_job_on_the_page_compiles_and_registers(@TempDir Path folder) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        writeContract(sources);
        writeCode(sources);

        assertThat(compile(sources, classes)).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
            Registration job = (Registration) loader.loadClass(PACKAGE + ".CountriesJob")
                    .getField("REGISTRATION")
                    .get(null);
            OptionSet options = job.options();
            assertThat(job.name()).isEqualTo("countries");
            assertThat(options.knows("topics.countries")).isTrue();
            assertThat(options.knows("results.idle-after")).isTrue();
        }
    }

    private static void writeContract(Path sources) throws IOException {
        String text = blocks("json").get(0);
        Schema schema = new SchemaParser().parse(text).mainSchema();
        SpecificCompiler compiler = new SpecificCompiler(schema);
        compiler.setStringType(StringType.String);
        compiler.compileToDestination(null, sources.toFile());
    }

    private static void writeCode(Path sources) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(PACKAGE.replace('.', '/')));
        String imports = String.join(";\nimport ", IMPORTS);
        for (String code : blocks("java")) {
            MatchResult type = Pattern.compile("(?m)^(?:public |final )*(?:class|record) (\\w+)")
                    .matcher(code)
                    .results()
                    .findFirst()
                    .orElse(null);
            if (type != null) {
                Files.writeString(
                        folder.resolve(type.group(1) + ".java"),
                        "package " + PACKAGE + ";\nimport " + imports + ";\n" + code);
            }
        }
    }

    /** The blocks of one language in the section about jobs. */
    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("## Add a job"), page.indexOf("## Add a KPI"));
        return Pattern.compile("```" + language + "\n(.*?)\n *```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1).stripIndent())
                .toList();
    }

    private static String compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<File> java = all.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
            assertThat(java).hasSizeGreaterThanOrEqualTo(4);
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-Xlint:none",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            boolean done = compiler.getTask(errors, files, null, options, null, files.getJavaFileObjectsFromFiles(java))
                    .call();
            return done ? "" : errors.toString();
        }
    }
}
