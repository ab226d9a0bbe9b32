package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.AdJudgement;
import dev.segue.contracts.AdVerdict;
import dev.segue.contracts.CurrentRun;
import dev.segue.contracts.LeftOutSong;
import dev.segue.contracts.NextSong;
import dev.segue.contracts.RankingFactor;
import dev.segue.contracts.SessionSoFar;
import dev.segue.contracts.Signal;
import dev.segue.contracts.SignalCause;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import dev.segue.domain.signal.now.Signal.Cause;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.LeftOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Signals, to and from the records of {@code listening.signals}. */
public final class SignalCodec {

    /** An unknown verdict is read as hold. */
    private static final SameNames<AdVerdict, Verdict> VERDICTS =
            new SameNames<>(AdVerdict.class, Verdict.class, Verdict.HOLD);

    private static final SameNames<SignalCause, Cause> CAUSES =
            new SameNames<>(SignalCause.class, Cause.class, Cause.UNKNOWN);

    private final RecordReader<Signal> reader;
    private final RecordWriter<Signal> writer;

    public SignalCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, Signal.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, Signal.getClassSchema());
    }

    /** The record's value for a signal. */
    public byte[] encode(dev.segue.domain.signal.now.Signal signal) {
        Heading heading = signal.heading();
        return writer.write(new Signal(
                signal.listener(),
                signal.sequence(),
                signal.trigger().eventId(),
                CAUSES.toContract(signal.trigger().cause()),
                signal.trigger().correction(),
                Instant.ofEpochMilli(signal.asOf()),
                toContract(signal.session()),
                toContract(signal.run()),
                signal.skipStreak(),
                Parts.toContract(signal.mood()),
                heading == null ? null : Parts.share(heading.valence()),
                heading == null ? null : Parts.share(heading.energy()),
                toContract(signal.nextSongs()),
                leftOutToContract(signal.leftOut()),
                new AdJudgement(
                        VERDICTS.toContract(signal.ad().verdict()),
                        signal.ad().policy(),
                        signal.ad().reason()),
                signal.rulesVersion()));
    }

    /**
     * The signal in a record's value.
     *
     * @throws UnusableRecord when these bytes are not a signal
     */
    public dev.segue.domain.signal.now.Signal decode(byte[] value) throws UnusableRecord {
        Signal signal = reader.read(value);
        boolean headingKnown = signal.getHeadingValence() != null && signal.getHeadingEnergy() != null;
        return new dev.segue.domain.signal.now.Signal(
                signal.getUserId(),
                signal.getSequence(),
                new dev.segue.domain.signal.now.Signal.Trigger(
                        signal.getEventId(), CAUSES.toDomain(signal.getCause()), signal.getCorrection()),
                signal.getAsOf().toEpochMilli(),
                toDomain(signal.getSession()),
                toDomain(signal.getRun()),
                signal.getSkipStreak(),
                Parts.toDomain(signal.getMood()),
                headingKnown
                        ? new Heading(
                                Parts.thousandths(signal.getHeadingValence()),
                                Parts.thousandths(signal.getHeadingEnergy()))
                        : null,
                toDomain(signal.getNextSongs()),
                leftOutToDomain(signal.getLeftOut()),
                new dev.segue.domain.signal.now.Signal.AdJudgement(
                        VERDICTS.toDomain(signal.getAd().getVerdict()),
                        signal.getAd().getPolicy(),
                        signal.getAd().getReason()),
                signal.getRulesVersion());
    }

    private static SessionSoFar toContract(dev.segue.domain.signal.now.Signal.SessionSoFar session) {
        return new SessionSoFar(
                Instant.ofEpochMilli(session.startedAt()),
                session.plays(),
                session.countedPlays(),
                Parts.toContract(session.skips()),
                session.listenedMs());
    }

    private static dev.segue.domain.signal.now.Signal.SessionSoFar toDomain(SessionSoFar session) {
        return new dev.segue.domain.signal.now.Signal.SessionSoFar(
                session.getStartedAt().toEpochMilli(),
                session.getPlays(),
                session.getCountedPlays(),
                Parts.toDomain(session.getSkips()),
                session.getListenedMs());
    }

    private static CurrentRun toContract(dev.segue.domain.signal.now.Signal.CurrentRun run) {
        return run == null ? null : new CurrentRun(Parts.toContract(run.context()), run.songs(), run.skips());
    }

    private static dev.segue.domain.signal.now.Signal.CurrentRun toDomain(CurrentRun run) {
        return run == null
                ? null
                : new dev.segue.domain.signal.now.Signal.CurrentRun(
                        Parts.toDomain(run.getContext()), run.getSongs(), run.getSkips());
    }

    private static List<NextSong> toContract(List<dev.segue.domain.signal.now.Signal.NextSong> songs) {
        List<NextSong> written = new ArrayList<>(songs.size());
        for (dev.segue.domain.signal.now.Signal.NextSong song : songs) {
            written.add(new NextSong(song.trackId(), Parts.share(song.fit()), factorsToContract(song.factors())));
        }
        return written;
    }

    private static List<dev.segue.domain.signal.now.Signal.NextSong> toDomain(List<NextSong> songs) {
        List<dev.segue.domain.signal.now.Signal.NextSong> read = new ArrayList<>(songs.size());
        for (NextSong song : songs) {
            read.add(new dev.segue.domain.signal.now.Signal.NextSong(
                    song.getTrackId(), Parts.thousandths(song.getScore()), factorsToDomain(song.getFactors())));
        }
        return read;
    }

    private static List<LeftOutSong> leftOutToContract(List<LeftOut> songs) {
        List<LeftOutSong> written = new ArrayList<>(songs.size());
        for (LeftOut song : songs) {
            written.add(new LeftOutSong(
                    song.trackId(), Parts.share(song.fitOtherwise()), factorsToContract(song.factors())));
        }
        return written;
    }

    private static List<LeftOut> leftOutToDomain(List<LeftOutSong> songs) {
        List<LeftOut> read = new ArrayList<>(songs.size());
        for (LeftOutSong song : songs) {
            read.add(new LeftOut(
                    song.getTrackId(),
                    Parts.thousandths(song.getScoreOtherwise()),
                    factorsToDomain(song.getFactors())));
        }
        return read;
    }

    private static List<RankingFactor> factorsToContract(List<Factor> factors) {
        List<RankingFactor> written = new ArrayList<>(factors.size());
        for (Factor factor : factors) {
            written.add(new RankingFactor(factor.policy(), Parts.share(factor.score())));
        }
        return written;
    }

    private static List<Factor> factorsToDomain(List<RankingFactor> factors) {
        List<Factor> read = new ArrayList<>(factors.size());
        for (RankingFactor factor : factors) {
            read.add(new Factor(factor.getPolicy(), Parts.thousandths(factor.getScore())));
        }
        return read;
    }
}
