package dev.segue.replay;

import dev.segue.adapters.files.format.Formats;
import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.history.Survey;
import dev.segue.adapters.files.history.TrackNames;
import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.input.Found.PassedOver;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Search;
import dev.segue.adapters.files.source.LateLines;
import dev.segue.adapters.files.source.Progress;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.Lengths;
import dev.segue.app.cli.OutFile;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.cli.Terminal;
import dev.segue.app.cli.TerminalWriter;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.Sentence;
import dev.segue.domain.history.ListenerHistory;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.ListenerLimits;
import dev.segue.domain.session.SessionRules;
import dev.segue.replay.report.CurrentSessions;
import dev.segue.replay.report.Histories;
import dev.segue.replay.report.InputReport;
import dev.segue.replay.report.Report;
import dev.segue.replay.report.SessionLines;
import dev.segue.replay.report.html.HtmlReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.flink.util.ExceptionUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the sessions in listening histories and event logs. */
@Command(
        name = "replay",
        header = "Finds the sessions in listening histories and event logs.",
        description = {
            "",
            "Reads, in any order: listening histories as exported from Spotify, ListenBrainz, Last.fm, YouTube Music, Apple"
                    + " Music, Deezer and Maloja, and playback events as JSON Lines or JSON. A PATH can be a file, a folder,"
                    + " a zip archive, an Excel workbook or a gzip file; formats are recognised by content. Nothing leaves"
                    + " this machine.",
            "",
            "Prints a report and the accounting of the input: rows read = accepted + duplicate + late + rejected."
                    + " Without --as-stream, order does not matter and nothing is late."
        },
        sortOptions = false)
public final class ReplayCommand implements Subcommand {

    private static final String STANDARD_OUTPUT = "-";

    private static final int SHOWN_IN_A_SENTENCE = 3;
    /** What Java substitutes for a character on the command line that it cannot decode. */
    private static final char REPLACED = '\uFFFD';

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A file, a folder or an archive. Several are read as one input. The files in a folder or"
                    + " an archive are read in the order of their names.")
    private List<Path> paths;

    @Option(
            names = "--session-gap",
            paramLabel = "LENGTH",
            converter = Lengths.FromOneMillisecond.class,
            description = "The longest idle gap inside a session, such as 15m, 900s or PT15M. Default: 15m.")
    private Duration sessionGap = Duration.ofMillis(SessionRules.DEFAULT.gapMs());

    @Option(
            names = "--as-stream",
            description = "Treat the order of paths, files and lines as the order of arrival. The clock is the newest"
                    + " event so far; an event older than the allowed lateness is late, and its line is reported.")
    private boolean asStream;

    @Option(
            names = "--allowed-lateness",
            paramLabel = "LENGTH",
            converter = Lengths.FromZero.class,
            description =
                    "With --as-stream: how far behind the clock an event may have occurred without being late, such"
                            + " as 90m, 30d or 0. Default: 24h.")
    private Duration allowedLateness;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            converter = Zones.class,
            description = "The time zone of the report, such as Europe/Berlin. Default: this machine's.")
    private ZoneId timeZone = ZoneId.systemDefault();

    @Option(
            names = "--listener",
            paramLabel = "NAME",
            description = "The listener of history rows that name nobody. Needed when the files name several listeners;"
                    + " otherwise the default is the only one they name, or 'me'.")
    private String listener;

    @Option(
            names = "--merge-services",
            description =
                    "Count a play once that several services report of one listener: the same song, begun within 2"
                            + " minutes. The report with a played time counts; the others are duplicates.")
    private boolean mergeServices;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write the sessions as JSON Lines, one per line. With - they go to standard output, and"
                            + " the report to standard error.")
    private String out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Where to write each listener's history as a web page, in one file that needs nothing else: years,"
                            + " days, hours, artists, albums, tracks. An existing file is replaced.")
    private Path report;

    @Option(
            names = "--page",
            description = "Serve the sessions found as a page at 127.0.0.1, until stopped with Ctrl-C.")
    private boolean servesPage;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "With --page: the port to listen on; 0 for any free port. Default: 8090.")
    private Integer port;

    @Override
    public Integer call() throws Exception {
        checkPort();
        checkAllowedLateness();
        checkListener();
        checkPaths();
        checkOut();
        checkReport();
        Found found = withinMemory(() -> Search.in(paths));
        checkInputIsKept(found);
        if (found.files().isEmpty()) {
            throw nothingToReplay(found);
        }
        if (!servesPage) {
            replay(found, null);
            if (!found.refused().isEmpty()) {
                throw notAllRead(found);
            }
            return ExitCode.OK;
        }
        try (ReplayedPage page = ReplayedPage.open(port == null ? ReplayedPage.USUAL_PORT : port, rules())) {
            Result result = replay(found, page);
            if (!found.refused().isEmpty()) {
                Terminal warning = new Terminal(spec);
                warning.warn("Not everything could be read:");
                listed(found.refused()).forEach(warning::warn);
            }
            PrintWriter terminal = terminal();
            terminal.println("The page is at " + page.of(result.mostActive()));
            terminal.println("Serving it until stopped (Ctrl-C).");
            terminal.flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    /**
     * Replays and reports.
     *
     * @param page receives what is found; or null
     */
    private Result replay(Found found, ReplayedPage page) throws Exception {
        long size = found.size() + Survey.size(found.files());
        Progress progress = asStream ? Progress.whenStreamed(size) : Progress.whenSorted(size);
        Result result = withinMemory(() -> ProgressDisplay.during(progress, () -> replayed(found, progress, page)));
        if (STANDARD_OUTPUT.equals(out)) {
            writeToStandardOutput(result.sessions(), progress);
        }
        PrintWriter terminal = terminal();
        terminal.print(result.report());
        if (report != null) {
            terminal.println();
            terminal.println("The web page is " + report);
        }
        terminal.flush();
        checkAccepted(result.current());
        return result;
    }

    /** Where the report goes. */
    private PrintWriter terminal() {
        return STANDARD_OUTPUT.equals(out)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
    }

    private static CommandFailure notAllRead(Found found) {
        return new CommandFailure("Not everything could be read:", listed(found.refused()));
    }

    /**
     * The result of a replay.
     *
     * @param sessions the current sessions in {@code current}
     * @param report for people to read
     * @param mostActive the listener who listened most; null if there is none
     */
    private record Result(List<Revision> sessions, CurrentSessions current, String report, String mostActive) {}

    private static <T> T withinMemory(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception | OutOfMemoryError e) {
            if (!comesOf(e, OutOfMemoryError.class) && !comesOf(e, CurrentSessions.NoRoom.class)) {
                throw e;
            }
            long mb = Runtime.getRuntime().maxMemory() >> 20;
            throw new CommandFailure(
                    "The sessions of this input need more memory than Java's limit of " + mb + " MB."
                            + " Raise the limit, for example with SEGUE_JAVA_OPTS=-Xmx" + Math.max(1, mb / 256)
                            + "g ./segue replay ..., or replay fewer files at once.",
                    e);
        }
    }

    private static boolean comesOf(Throwable failure, Class<? extends Throwable> type) {
        return ExceptionUtils.findThrowableSerializedAware(failure, type, ReplayCommand.class.getClassLoader())
                .isPresent();
    }

    private Result replayed(Found found, Progress progress, ReplayedPage page) throws Exception {
        Order order = asStream ? Order.OF_ARRIVAL : Order.MEANINGLESS;
        SessionRules rules = rules();
        LateLines late = new LateLines(rules);
        long readAt = System.currentTimeMillis();
        TrackNames names = TrackNames.atMost(report == null && page == null ? 0 : TrackNames.USUAL);
        Plays plays = plays(found, names, readAt, progress);
        if (page != null) {
            page.begin(names::of);
        }
        CurrentSessions current = Replay.of(found, order, rules, report != null, plays, readAt, progress, late, page);
        if (page != null) {
            page.end();
        }
        List<String> contradictions = current.contradictions(progress.rowsRead(), late.count());
        if (!contradictions.isEmpty()) {
            throw new IllegalStateException("the ledger does not add up: " + String.join("; ", contradictions));
        }
        List<Revision> sessions = current.sessions();
        if (out != null && !STANDARD_OUTPUT.equals(out)) {
            writeOut(sessions, progress);
        }
        Histories histories = Histories.of(sessions, current, names::of, timeZone);
        InputReport input = new InputReport(current, late, found);
        if (report != null) {
            writeReport(new HtmlReport(histories, input, names.isFull()));
        }
        StringWriter text = new StringWriter();
        new Report(histories, input).printTo(new TerminalWriter(text));
        progress.done();
        List<ListenerHistory> shown = histories.shown();
        return new Result(
                sessions,
                current,
                text.toString(),
                shown.isEmpty() ? null : shown.get(0).listener());
    }

    private Plays plays(Found found, TrackNames names, long readAt, Progress progress) {
        Survey survey = Survey.of(found.files(), names, mergeServices, readAt, progress::moreBytes);
        List<InputFile> unclear = listener == null ? survey.unclear() : List.of();
        if (!unclear.isEmpty()) {
            throw new ParameterException(spec.commandLine(), whoseIs(unclear, survey.names()));
        }
        return survey.plays(listener);
    }

    private static String whoseIs(List<InputFile> unclear, List<String> names) {
        return "Some rows name no listener, in "
                + shortList(unclear.stream().map(InputFile::name).toList())
                + ", and the files name several: " + shortList(names)
                + ". Set the listener of these rows with --listener NAME, or replay each person's files separately.";
    }

    private static String shortList(List<String> all) {
        int shown = Math.min(SHOWN_IN_A_SENTENCE, all.size());
        String more = all.size() > shown ? " and " + (all.size() - shown) + " more" : "";
        return String.join(", ", all.subList(0, shown)) + more;
    }

    private SessionRules rules() {
        SessionRules rules = SessionRules.DEFAULT;
        return new SessionRules(
                sessionGap.toMillis(),
                rules.capMs(),
                rules.maxPlayMs(),
                allowedLateness == null ? rules.allowedLatenessMs() : allowedLateness.toMillis(),
                rules.earlyFiringIntervalMs(),
                rules.correctionsMs(),
                rules.listening(),
                ListenerLimits.FOR_REPLAY);
    }

    private void checkPort() {
        if (port != null && !servesPage) {
            throw new ParameterException(spec.commandLine(), "--port needs --page.");
        }
        if (port != null && (port < 0 || port > 65_535)) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535, but is " + port + ".");
        }
    }

    private void checkAllowedLateness() {
        if (allowedLateness != null && !asStream) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--allowed-lateness needs --as-stream: without it there is no clock and nothing is late.");
        }
    }

    private void checkListener() {
        if (listener != null && (listener.isBlank() || listener.length() > Intake.LONGEST_TEXT)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The name after --listener must not be blank or longer than " + Intake.LONGEST_TEXT
                            + " characters.");
        }
    }

    private void checkPaths() {
        List<Path> missing = paths.stream().filter(Files::notExists).toList();
        if (!missing.isEmpty()) {
            String name = missing.get(0).toString();
            String hint = name.indexOf(REPLACED) < 0
                    ? ""
                    : " The locale's encoding does not cover its name; give its folder instead, or rename it.";
            throw new ParameterException(spec.commandLine(), "There is no file or folder '" + name + "'." + hint);
        }
    }

    private void checkOut() {
        if (out == null || STANDARD_OUTPUT.equals(out)) {
            return;
        }
        Path target = Path.of(out);
        String objection = new OutFile(target).objection();
        if (objection != null) {
            throw new ParameterException(
                    spec.commandLine(), "The sessions cannot be written to '" + out + "': " + objection + ".");
        }
    }

    private void checkReport() {
        if (report == null) {
            return;
        }
        if (report.toString().equals(STANDARD_OUTPUT)) {
            throw new ParameterException(
                    spec.commandLine(), "--report needs the name of a file, such as --report history.html.");
        }
        String objection = new OutFile(report).objection();
        if (objection != null) {
            String advice = Files.isDirectory(report)
                    ? "Name a file in it, such as '" + report.resolve("history.html") + "'"
                    : Files.exists(report.toAbsolutePath().getParent())
                            ? "Choose a folder in which you may write"
                            : "Create it first, or choose another";
            throw new ParameterException(
                    spec.commandLine(),
                    "The web page cannot be written to '" + report + "': " + objection + ". " + advice + ".");
        }
        if (out != null
                && Path.of(out)
                        .toAbsolutePath()
                        .normalize()
                        .equals(report.toAbsolutePath().normalize())) {
            throw new ParameterException(spec.commandLine(), "--out and --report must not name the same file.");
        }
    }

    /** What is read must not be overwritten, even if it lies in a folder that was named. */
    private void checkInputIsKept(Found found) throws IOException {
        List<Path> inputs = Stream.concat(
                        paths.stream(),
                        found.files().stream().map(file -> Path.of(file.place().uri())))
                .toList();
        if (out != null && !STANDARD_OUTPUT.equals(out) && isOneOf(inputs, Path.of(out))) {
            throw new ParameterException(
                    spec.commandLine(), "The sessions must not overwrite the input '" + out + "'.");
        }
        if (report != null && isOneOf(inputs, report)) {
            throw new ParameterException(
                    spec.commandLine(), "The web page must not overwrite the input '" + report + "'.");
        }
    }

    private static boolean isOneOf(List<Path> inputs, Path target) throws IOException {
        if (Files.exists(target)) {
            for (Path input : inputs) {
                if (Files.isSameFile(input, target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void writeOut(List<Revision> sessions, Progress progress) {
        try {
            new OutFile(Path.of(out)).write(target -> SessionLines.write(sessions, target, progress));
        } catch (IOException e) {
            throw cannotWrite("sessions", out, e);
        }
    }

    private void writeToStandardOutput(List<Revision> sessions, Progress progress) {
        try {
            SessionLines.write(sessions, new FileOutputStream(FileDescriptor.out), progress);
        } catch (IOException e) {
            throw cannotWrite("sessions", out, e);
        }
    }

    private void writeReport(HtmlReport page) {
        try {
            new OutFile(report).write(page::writeTo);
        } catch (IOException e) {
            throw cannotWrite("web page", report, e);
        }
    }

    private static CommandFailure cannotWrite(String what, Object target, IOException e) {
        String why =
                e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
        return new CommandFailure(
                Sentence.ended("The " + what + " could not be written to '" + target + "': " + why), e);
    }

    private static void checkAccepted(CurrentSessions current) {
        Ledger ledger = current.ledger();
        if (ledger.accepted() > 0) {
            return;
        }
        if (ledger.read() == 0 && current.withoutListening() > 0) {
            throw new CommandFailure(
                    "Nothing was accepted: the input holds no plays, only rows without listening, such as"
                            + " videos or lyrics.");
        }
        if (ledger.read() == 0) {
            throw new CommandFailure("Nothing was accepted: the input holds no rows.");
        }
        DeadLetter first = current.firstRejected().get(0);
        throw new CommandFailure("Nothing was accepted: no row is usable. The first error is " + first.origin() + ":"
                + first.position() + ": " + first.explanation());
    }

    private static CommandFailure nothingToReplay(Found found) {
        List<PassedOver> passedOver = Stream.concat(found.refused().stream(), found.skipped().stream())
                .toList();
        return passedOver.isEmpty()
                ? new CommandFailure("There is nothing to replay: no file was found; " + Formats.EXPECTED + ".")
                : new CommandFailure("There is nothing to replay.", listed(passedOver));
    }

    private static List<String> listed(List<PassedOver> passedOver) {
        List<String> lines = new ArrayList<>();
        passedOver.stream().limit(InputReport.MOST_LISTED).forEach(each -> lines.add(each.name() + ": " + each.why()));
        int more = passedOver.size() - InputReport.MOST_LISTED;
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return lines;
    }
}
