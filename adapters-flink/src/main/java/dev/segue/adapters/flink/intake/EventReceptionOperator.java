package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.rules.RulesOfState;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.TrackCatalogue;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.rules.StateRules;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Receives playback, and enriches each event with the catalogue's facts about its track. For the whole job, it holds the
 * rules by which events were read.
 */
public final class EventReceptionOperator extends ReceptionOperator<PlaybackRecord> {

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "reception";

    private final CatalogueAccess catalogue;
    private final StateRules rules;

    private transient OpenCatalogue openCatalogue;
    private transient TrackCatalogue tracks;

    /**
     * Creates an operator that waits for the catalogue before it reads anything.
     *
     * @param job the job's name, for its health
     * @param rules by which events are read; the state of all operators depends on them
     */
    public EventReceptionOperator(String job, CatalogueAccess catalogue, StateRules rules) {
        super(job, STAGE, false);
        this.catalogue = catalogue;
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        RulesOfState.require(rules, context);
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
