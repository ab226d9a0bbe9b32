package dev.segue.app.option;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.net.URI;
import java.time.Duration;

/** Where incidents are posted. Only {@code segue webhook} reads these options, from the file of the alerts job. */
public final class WebhookOptions {

    public static final Setting<URI> URL = Setting.webAddress("webhook.url")
            .secret()
            .optional("Where `segue webhook` posts incidents, such as a Slack incoming webhook. Anyone who knows the"
                    + " address can post there.");

    public static final Setting<String> AUTHORIZATION = Setting.text("webhook.authorization")
            .secret()
            .optional("The header `Authorization` of each post, whole: `Bearer ...` or `Basic ...`.");

    public static final Setting<String> SECRET = Setting.text("webhook.secret")
            .secret()
            .optional("The key with which each post is signed, in the header `X-Segue-Signature`: `t=` and the time in"
                    + " seconds since 1970, `,v1=` and the HMAC-SHA-256 of that time, a dot and the body, in hexadecimal."
                    + " At least 16 characters.");

    public static final Setting<Duration> PATIENCE = Setting.durationOrZero("webhook.give-up-after")
            .defaultsTo(
                    Duration.ofHours(1),
                    "How long to try again while the receiver refuses everything (401, 403, 404, 410 and other 4xx"
                            + " codes, and redirects). Then each incident is posted once, and skipped, until one is"
                            + " accepted.");

    public static final Setting<Duration> TIMEOUT = Setting.duration("webhook.timeout")
            .defaultsTo(Duration.ofSeconds(10), "How long to wait for an answer before trying again.");

    public static final Setting<Duration> LONGEST_PAUSE = Setting.duration("webhook.max-pause")
            .defaultsTo(
                    Duration.ofMinutes(1),
                    "The longest pause between two attempts. The first pause is 0.5 s; each further one is twice as"
                            + " long.");

    public static final Setting<Boolean> EVERY_REVISION = Setting.flag("webhook.every-revision")
            .defaultsTo(false, "Whether to post every revision of an incident, or only its opening and its end.");

    public static final Setting<Integer> METRICS_PORT = Setting.number("webhook.metrics-port", 0, 65_535)
            .optional(
                    "The port at which `segue webhook` serves `/metrics`, `/healthz` and `/readyz`; 0 for any free port."
                            + " If omitted, it serves nothing.");

    public static final Setting<String> METRICS_BIND = Setting.text("webhook.metrics-bind")
            .defaultsTo(
                    "127.0.0.1",
                    "The address at which `webhook.metrics-port` is open. Everyone who can reach it can read the metrics:"
                            + " numbers only.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Webhook",
                    "Where `segue webhook --config FILE` posts incidents; the job itself does not.",
                    URL,
                    AUTHORIZATION,
                    SECRET,
                    TIMEOUT,
                    LONGEST_PAUSE,
                    PATIENCE,
                    EVERY_REVISION,
                    METRICS_PORT,
                    METRICS_BIND)
            .agreeing(Agreement.between(SECRET)
                    .must("webhook.secret must have 16 characters or more, so that it cannot be guessed.")
                    .when(config -> config.find(SECRET)
                            .map(secret -> secret.length() >= 16)
                            .orElse(true)));

    private WebhookOptions() {}
}
