package dev.segue.domain.catalogue;

import java.io.Serializable;

/** Opens the track catalogue on a worker. It is serialized and sent to the workers, so it holds configuration only. */
@FunctionalInterface
public interface CatalogueAccess extends Serializable {

    /** Knows no track; opens immediately. */
    CatalogueAccess NONE = () -> new OpenCatalogue(TrackCatalogue.EMPTY, Songs.NONE, () -> {});

    /**
     * Opens the catalogue and waits until it has been read up to its end at the time of the call.
     *
     * @throws InterruptedException when the work is cancelled meanwhile
     */
    OpenCatalogue open() throws InterruptedException;

    /**
     * A catalogue that follows its source until it is closed.
     *
     * @param songs its songs by mood; {@link Songs#NONE} unless requested
     * @param release ends this use of it
     */
    record OpenCatalogue(TrackCatalogue tracks, Songs songs, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }
}
