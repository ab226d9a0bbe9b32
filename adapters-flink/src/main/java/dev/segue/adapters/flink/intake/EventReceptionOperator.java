package dev.segue.adapters.flink.intake;

import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.TrackCatalogue;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;

/** Receives playback, and enriches each event with the catalogue's facts about its track. */
public final class EventReceptionOperator extends ReceptionOperator<PlaybackRecord> {

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "reception";

    private final CatalogueAccess catalogue;

    private transient OpenCatalogue openCatalogue;
    private transient TrackCatalogue tracks;

    /**
     * Creates an operator that waits for the catalogue before it reads anything.
     *
     * @param job the job's name, for its health
     */
    public EventReceptionOperator(String job, CatalogueAccess catalogue) {
        super(job, STAGE, false);
        this.catalogue = catalogue;
    }

    @Override
    public void open() throws Exception {
        super.open();
        openCatalogue = catalogue.open();
        tracks = openCatalogue.tracks();
    }

    @Override
    protected boolean isCounted(PlaybackRecord record) {
        return record instanceof PlaybackEvent;
    }

    @Override
    protected PlaybackRecord enriched(PlaybackRecord record) {
        if (!(record instanceof PlaybackEvent event)) {
            return record;
        }
        String track = event.detail().trackId();
        return track == null ? event : event.enrichedWith(tracks.factsOf(track));
    }

    @Override
    public void close() throws Exception {
        if (openCatalogue != null) {
            openCatalogue.close();
        }
        super.close();
    }
}
