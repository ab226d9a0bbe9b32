package dev.segue.app.dashboard;

import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Memory;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.config.Config;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;

/**
 * The page that a command serves. Separate from the command, because the command is also in the job jar, which has no
 * web server.
 */
final class ServedPage implements AutoCloseable {

    private final Dashboard dashboard;
    private final boolean asksForToken;

    private ServedPage(Dashboard dashboard, boolean asksForToken) {
        this.dashboard = dashboard;
        this.asksForToken = asksForToken;
    }

    /**
     * Opens it.
     *
     * @param address overrides the configured one; or null
     * @param port overrides the configured one; or null
     * @throws CommandFailure when the page must not, or cannot, be served there
     */
    static ServedPage open(Config config, String address, Integer port) {
        String token = config.find(DashboardOptions.TOKEN).orElse(null);
        String at = address == null ? config.get(DashboardOptions.BIND) : address;
        int through = port == null ? config.get(DashboardOptions.PORT) : port;
        if (through < 0 || through > 65_535) {
            throw CommandFailure.wrongUsage("--port must be from 0 to 65535, but is " + through + ".");
        }
        if (token == null && !PageSettings.isLoopback(at)) {
            throw CommandFailure.wrongUsage("Other machines can reach " + at
                    + ", so the page needs a token there: set dashboard.token to 16 characters or more, such as"
                    + " ${ENV:SEGUE_DASHBOARD_TOKEN}; or listen on 127.0.0.1.");
        }
        try {
            Dashboard dashboard = Dashboard.open(
                    KafkaOptions.from(config, "dashboard").cluster(),
                    RegistryOptions.from(config),
                    TopicOptions.from(config),
                    new Memory(
                            DashboardOptions.bounds(config),
                            DashboardOptions.unusual(config),
                            DashboardOptions.rules(config)),
                    new PageSettings(at, through, token, config.get(DashboardOptions.FORWARDED)),
                    DashboardOptions.extras(config));
            return new ServedPage(dashboard, token != null);
        } catch (CannotServe e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    String url() {
        return dashboard.url();
    }

    boolean asksForToken() {
        return asksForToken;
    }

    @Override
    public void close() {
        dashboard.close();
    }
}
