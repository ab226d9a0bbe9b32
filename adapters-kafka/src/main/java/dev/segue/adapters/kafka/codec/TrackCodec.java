package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Track;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.history.TrackName;

/** Tracks to and from the records of {@code catalog.tracks}. */
public final class TrackCodec {

    /**
     * The part of a catalogue record that the rules need.
     *
     * @param artistId the track's main artist, or null
     */
    public record CatalogueEntry(String trackId, String artistId, TrackFacts facts) {}

    private final RecordReader<Track> reader;
    private final RecordWriter<Track> writer;
    private Track reused;

    /** What the catalogue calls a track. */
    public record NamedTrack(String trackId, TrackName name) {}

    public TrackCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, Track.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, Track.getClassSchema());
    }

    /**
     * The track in a record's value; values out of range count as unknown.
     *
     * @throws UnusableRecord when these bytes are not a track; also for null, the tombstone of a removed track
     */
    public CatalogueEntry decode(byte[] value) throws UnusableRecord {
        reused = reader.read(value, reused);
        return new CatalogueEntry(
                reused.getTrackId(),
                reused.getArtistId(),
                TrackFacts.of(reused.getDurationMs(), reused.getValence(), reused.getEnergy()));
    }

    /**
     * What the track in a record's value is called; its album is not in the catalogue.
     *
     * @throws UnusableRecord when these bytes are not a track; also for null, the tombstone of a removed track
     */
    public NamedTrack decodeName(byte[] value) throws UnusableRecord {
        reused = reader.read(value, reused);
        return new NamedTrack(reused.getTrackId(), new TrackName(reused.getName(), reused.getArtistName(), null));
    }

    /** The record's value for a track. */
    public byte[] encode(Track track) {
        return writer.write(track);
    }
}
