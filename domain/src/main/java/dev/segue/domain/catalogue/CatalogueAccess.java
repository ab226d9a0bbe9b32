package dev.segue.domain.catalogue;

import java.io.Serializable;

/** Opens the track catalogue where the work is done. Travels to the workers, so it holds configuration only. */
@FunctionalInterface
public interface CatalogueAccess extends Serializable {

    /** Knows nothing, at once. */
    CatalogueAccess NONE = () -> new OpenCatalogue(TrackCatalogue.EMPTY, Songs.NONE, () -> {});

    /**
     * Opens the catalogue and waits until it has been read to where it ended when asked.
     *
     * @throws InterruptedException when the work is cancelled meanwhile
     */
    OpenCatalogue open() throws InterruptedException;

    /**
     * A catalogue that keeps following its source until it is closed.
     *
     * @param songs its songs by their mood; {@link Songs#NONE} where nobody asked for them
     * @param release ends this use of it
     */
    record OpenCatalogue(TrackCatalogue tracks, Songs songs, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }
}
