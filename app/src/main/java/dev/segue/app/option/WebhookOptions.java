package dev.segue.app.option;

import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.time.Duration;

/** Where incidents are posted to. Only {@code segue webhook} reads it, from the file of the alerts job. */
public final class WebhookOptions {

    public static final Setting<String> URL = Setting.webAddress("webhook.url")
            .secret()
            .optional(
                    "Where `segue webhook` posts incidents to, such as an incoming webhook of Slack; whoever knows it can"
                            + " post there.");

    public static final Setting<Duration> TIMEOUT = Setting.duration("webhook.timeout")
            .defaultsTo(Duration.ofSeconds(10), "How long to wait for an answer before trying again.");

    public static final Setting<Duration> LONGEST_PAUSE = Setting.duration("webhook.max-pause")
            .defaultsTo(
                    Duration.ofMinutes(1),
                    "The longest pause between two tries. The first lasts half a second, each further one twice as long.");

    public static final Setting<Boolean> EVERY_REVISION = Setting.flag("webhook.every-revision")
            .defaultsTo(
                    false, "Whether every revision of an incident is posted, or only that it opened and how it ended.");

    public static final OptionGroup GROUP = OptionGroup.of(
            "Webhook",
            "Where `segue webhook --config FILE` posts incidents to; the job itself does not.",
            URL,
            TIMEOUT,
            LONGEST_PAUSE,
            EVERY_REVISION);

    private WebhookOptions() {}
}
