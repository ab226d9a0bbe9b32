package dev.segue.app.option;

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

    public static final Setting<Duration> TIMEOUT = Setting.duration("webhook.timeout")
            .defaultsTo(Duration.ofSeconds(10), "How long to wait for an answer before trying again.");

    public static final Setting<Duration> LONGEST_PAUSE = Setting.duration("webhook.max-pause")
            .defaultsTo(
                    Duration.ofMinutes(1),
                    "The longest pause between two attempts. The first pause is 0.5 s; each further one is twice as"
                            + " long.");

    public static final Setting<Boolean> EVERY_REVISION = Setting.flag("webhook.every-revision")
            .defaultsTo(false, "Whether to post every revision of an incident, or only its opening and its end.");

    public static final OptionGroup GROUP = OptionGroup.of(
            "Webhook",
            "Where `segue webhook --config FILE` posts incidents; the job itself does not.",
            URL,
            TIMEOUT,
            LONGEST_PAUSE,
            EVERY_REVISION);

    private WebhookOptions() {}
}
