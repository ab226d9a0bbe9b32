package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.Outage;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageMetrics;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.domain.alert.AlertNote;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents are acknowledged on the page, and all see it. */
class NotesInBrowserTest extends InBrowser {

    private static final String LINK = "alerts?incident=" + URLEncoder.encode(Outage.ID, StandardCharsets.UTF_8);

    private volatile boolean isDown;

    @Override
    @BeforeEach
    void serve() throws CannotServe {
        served = dev.segue.adapters.web.server.Page.serve(
                memory,
                PageSettings.onThisMachine(0),
                new PageMetrics(),
                this::store,
                () -> Instant.ofEpochMilli(Audience.NOW));
        look(1280, ColorScheme.LIGHT);
    }

    private CompletionStage<Void> store(AlertNote note) {
        return isDown
                ? CompletableFuture.failedFuture(new IOException("Kafka does not answer."))
                : CompletableFuture.completedFuture(null);
    }

    @Test
    void what_is_noted_is_seen_by_all_and_survives_a_reload() {
        Outage.add(memory);
        go(LINK);
        page.getByLabel("Somebody looks after it").check();
        page.getByLabel("Your name").fill("Ann");
        page.getByLabel("What was found").fill("The label is late.\n<b>Again.</b>");
        save();

        assertThat(page.locator(".said"))
                .hasText("Acknowledged by Ann Mon 2 Mar 11:30: The label is late. <b>Again.</b>", patiently());
        assertThat(page.locator("[role=status]").last()).containsText("Saved.");
        page.reload();
        assertThat(page.locator(".said")).containsText("Acknowledged by Ann");
        assertThat(page.getByLabel("Your name")).hasValue("Ann");
        assertThat(page.getByLabel("What was found")).hasValue("The label is late.\n<b>Again.</b>");
        assertThat(page.getByLabel("Somebody looks after it")).isChecked();
    }

    @Test
    void what_is_being_written_stays_when_another_note_arrives() {
        Outage.add(memory);
        go(LINK);
        page.getByLabel("What was found").fill("half a sen");

        memory.take(new AlertNote(Outage.ID, true, "I look after it.", "Ben", Audience.NOW - 1));
        assertThat(page.locator(".said")).containsText("I look after it.", containing());

        assertThat(page.getByLabel("What was found")).hasValue("half a sen");

        save();
        assertThat(page.locator(".note-form [role=status]"))
                .hasText(
                        "Somebody else has written a note meanwhile. It is shown with the incident: save again to replace it.",
                        patiently());
        assertThat(page.locator(".said")).containsText("I look after it.");
        save();
        assertThat(page.locator(".said")).containsText("half a sen", containing());
        save();
        assertThat(page.locator(".note-form [role=status]")).containsText("Saved.", containing());
        complaints.removeIf(complaint -> complaint.contains("a status of 409"));
    }

    @Test
    void what_cannot_be_stored_is_said_and_stays_written() {
        Outage.add(memory);
        isDown = true;
        go(LINK);
        page.getByLabel("What was found").fill("The label is late.");
        save();

        assertThat(page.locator(".note-form [role=status]"))
                .hasText("The note could not be stored: Kafka does not answer.", patiently());
        assertThat(page.getByLabel("What was found")).hasValue("The label is late.");
        complaints.removeIf(complaint -> complaint.contains("a status of 503"));
    }

    @Test
    void an_opened_incident_with_a_note_fits_a_phone() {
        Outage.add(memory);
        memory.take(new AlertNote(Outage.ID, true, "x".repeat(900), "n".repeat(80), Audience.NOW));
        look(320, ColorScheme.DARK);
        go(LINK);

        assertThat(page.locator(".note-form")).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
    }

    private void save() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the note"))
                .click();
    }
}
