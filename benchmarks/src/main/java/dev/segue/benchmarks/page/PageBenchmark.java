package dev.segue.benchmarks.page;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.server.Page;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.benchmarks.latency.Latencies;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills the page's memory, opens tabs, and measures the time for each view and the bytes to a tab. */
@Command(
        name = "benchmarks/run page",
        mixinStandardHelpOptions = true,
        description = {
            "Fills the page's server, opens tabs, lets the audience go on, and measures the time until each view is"
                    + " answered, and how many bytes a minute a tab is sent. Everything is in one process: the times include"
                    + " the way over the loopback interface.",
        })
public final class PageBenchmark implements Callable<Integer> {

    private static final String EACH_LISTENER = "listener?id=";

    @Option(names = "--sessions", description = "Sessions in memory: ${DEFAULT-VALUE}.", defaultValue = "1000000")
    private int sessions;

    @Option(names = "--subjects", description = "Playlists with KPI rows: ${DEFAULT-VALUE}.", defaultValue = "100000")
    private int subjects;

    @Option(names = "--rows", description = "KPI rows in memory: ${DEFAULT-VALUE}.", defaultValue = "1000000")
    private int rows;

    @Option(names = "--tabs", description = "How many tabs are open: ${DEFAULT-VALUE}.", defaultValue = "50")
    private int tabs;

    @Option(
            names = "--changes",
            description =
                    "How often a second a signal, a session with its plays and a KPI row change: ${DEFAULT-VALUE}.",
            defaultValue = "50")
    private int changes;

    @Option(
            names = "--seconds",
            description = "How long is measured, in seconds: ${DEFAULT-VALUE}.",
            defaultValue = "120")
    private int seconds;

    /** Runs the benchmark with these arguments. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new PageBenchmark()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        FullPage full = new FullPage(sessions, subjects, rows);
        full.fill();
        say(
                "%,d sessions, %,d subjects, %,d KPI rows, %,d incidents; %,d MB by the page's own estimate.",
                full.memory().sessionFill().count(),
                full.memory().subjects().size(),
                full.memory().rowFill().count(),
                full.memory().incidentFill().count(),
                (full.memory().sessionFill().bytes() + full.memory().rowFill().bytes()) / 1_000_000);
        long began = System.nanoTime();
        ScheduledExecutorService audience = Executors.newSingleThreadScheduledExecutor();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (Page page = Page.serve(
                full.memory(),
                PageSettings.onThisMachine(0),
                () -> Instant.ofEpochMilli(Audience.NOW + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)))) {
            Future<?> going = audience.scheduleAtFixedRate(
                    full::goOn, 0, TimeUnit.SECONDS.toNanos(1) / changes, TimeUnit.NANOSECONDS);
            measure(client, page.url());
            if (going.isDone()) {
                throw new IllegalStateException("the audience stopped, so the figures are wrong");
            }
        } finally {
            audience.shutdownNow();
        }
        return 0;
    }

    private void measure(HttpClient client, String page) throws Exception {
        List<String> views = views();
        List<Tab> open = new ArrayList<>();
        for (int i = 0; i < tabs; i++) {
            String view = views.get(i % views.size());
            open.add(new Tab(client, page, view.equals(EACH_LISTENER) ? view + listener(i) : view));
        }
        ask(client, page, views, seconds / 4);
        long[] before = open.stream().mapToLong(Tab::bytes).toArray();
        long from = System.nanoTime();
        List<Asked> asked = ask(client, page, views, seconds);
        double minutes = (System.nanoTime() - from) / 60e9;
        say("| view | asked | p50 ms | p99 ms | whole answer, kB | to a tab, kB a minute |");
        say("|---|---|---|---|---|---|");
        for (Asked one : asked) {
            double most = 0;
            for (int i = 0; i < open.size(); i++) {
                if (open.get(i).view().startsWith(one.view())) {
                    most = Math.max(most, (open.get(i).bytes() - before[i]) / minutes);
                }
            }
            say(
                    "| `%s` | %,d | %,d | %,d | %,d | %,d |",
                    one.view(),
                    one.times().count(),
                    one.times().percentile(50),
                    one.times().percentile(99),
                    one.bytes() / 1_000,
                    Math.round(most / 1_000));
        }
        for (Tab tab : open) {
            tab.close();
        }
    }

    /**
     * How long a view took, each time.
     *
     * @param bytes of the last answer
     */
    private record Asked(String view, Latencies times, long bytes) {}

    private List<Asked> ask(HttpClient client, String page, List<String> views, int howLong) throws Exception {
        List<Latencies> times = new ArrayList<>();
        long[] bytes = new long[views.size()];
        views.forEach(view -> times.add(new Latencies()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(howLong);
        for (int i = 0; System.nanoTime() < end || i < views.size(); i++) {
            int at = i % views.size();
            String view = views.get(at);
            URI address = URI.create(page + "api/v1/" + (view.equals(EACH_LISTENER) ? view + listener(i) : view));
            long from = System.nanoTime();
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            times.get(at).add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
            bytes[at] = answer.body().length;
        }
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            all.add(new Asked(views.get(i), times.get(i), bytes[i]));
        }
        return all;
    }

    private static List<String> views() {
        String popular = "playlists?kind=PLAYLIST&subject=" + encoded(FullPage.popular(1)) + "&country=BR";
        return List.of(
                "now",
                "playlists?where=world",
                popular,
                "insights",
                "alerts",
                "alerts?incident=" + encoded("incident 1"),
                EACH_LISTENER,
                "health",
                "subjects?text=37i9dQZ+99");
    }

    private String listener(int i) {
        return encoded(FullPage.listener(sessions - 1 - (int) (i * 7L % sessions)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void say(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }
}
