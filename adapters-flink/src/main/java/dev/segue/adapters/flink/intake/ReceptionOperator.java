package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.accounting.AccountedOperator;
import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.domain.account.Health;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.TrackCatalogue;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.Arrival.Heard;
import dev.segue.domain.playback.Arrival.SetAside;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Counts what is read, sets aside what cannot be used, and tells every event what the catalogue knows of its track. */
public final class ReceptionOperator extends AccountedOperator<Arrival, PlaybackEvent> {

    private static final long serialVersionUID = 1L;

    /** What could not be used. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", IntakeTypes.DEAD_LETTERS);

    /** How this operator is doing, at every checkpoint. It keeps no clock: the sessions stage tells the clocks. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("reception-health", AccountingTypes.HEALTH);

    private static final String STAGE = "reception";

    private final CatalogueAccess catalogue;

    private transient OpenCatalogue openCatalogue;
    private transient TrackCatalogue tracks;
    private transient StreamRecord<PlaybackEvent> out;
    private transient ReadingLag lag;

    /**
     * An operator that waits for the catalogue before it takes in anything.
     *
     * @param job the job's name, for its health
     */
    public ReceptionOperator(String job, CatalogueAccess catalogue) {
        super(job, STAGE, HEALTH);
        this.catalogue = catalogue;
    }

    @Override
    public void open() throws Exception {
        super.open();
        out = new StreamRecord<>(null);
        lag = new ReadingLag();
        openCatalogue = catalogue.open();
        tracks = openCatalogue.tracks();
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) {
        Arrival arrival = element.getValue();
        account().countRead();
        if (arrival instanceof SetAside setAside) {
            account().countRejected(setAside.letter().reason());
            output.collect(DEAD_LETTERS, new StreamRecord<>(setAside.letter()));
        } else if (arrival instanceof Heard heard) {
            lag.note(heard.appendedAt(), heard.readAt());
            PlaybackEvent event = heard.event();
            String track = event.detail().trackId();
            PlaybackEvent enriched = track == null ? event : event.enrichedWith(tracks.factsOf(track));
            output.collect(out.replace(enriched, enriched.occurredAt()));
        }
    }

    @Override
    public void close() throws Exception {
        if (openCatalogue != null) {
            openCatalogue.close();
        }
        super.close();
    }

    @Override
    protected long lagMs() {
        return lag.ms();
    }
}
