package dev.segue.adapters.kafka.catalogue;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.catalogue.TrackFacts;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Makes a catalogue safe for many reading threads and one writer: changes are rare, and lookups are short. */
final class GuardedSongs implements CatalogueCopy, Songs {

    private final MoodMap map;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    GuardedSongs(MoodMap map) {
        this.map = map;
    }

    @Override
    public void put(String trackId, String artistId, TrackFacts facts) {
        lock.writeLock().lock();
        try {
            map.put(trackId, artistId, facts);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void remove(String trackId) {
        lock.writeLock().lock();
        try {
            map.remove(trackId);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public TrackFacts factsOf(String trackId) {
        lock.readLock().lock();
        try {
            return map.factsOf(trackId);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<Song> near(int valence, int energy, int most) {
        lock.readLock().lock();
        try {
            return map.near(valence, energy, most);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int artistOf(String trackId) {
        lock.readLock().lock();
        try {
            return map.artistOf(trackId);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int size() {
        lock.readLock().lock();
        try {
            return map.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public long bytes() {
        lock.readLock().lock();
        try {
            return map.bytes();
        } finally {
            lock.readLock().unlock();
        }
    }
}
