package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.registry.UnknownSchema;
import dev.segue.contracts.TrustedContracts;
import dev.segue.domain.accounting.Sentence;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the records of one message, whichever version of its schema they were written with.
 *
 * @param <T> the message
 */
public final class RecordReader<T extends SpecificRecord> {

    static {
        TrustedContracts.register();
    }

    /** How an id is resolved for this message: a reader, or the reason why there is none. */
    private record Resolved<T>(DatumReader<T> reader, String misfit) {}

    private final SchemaRegistry registry;
    private final Schema ours;
    private final Map<Integer, Resolved<T>> byId = new HashMap<>();
    private final BoundedDecoder decoder = new BoundedDecoder();

    private int lastId = -1;
    private DatumReader<T> lastReader;

    /**
     * Reads records into the class generated from {@code ours}.
     *
     * @param ours the message's own schema, such as {@code PlaybackEvent.getClassSchema()}
     */
    public RecordReader(SchemaRegistry registry, Schema ours) {
        this.registry = registry;
        this.ours = ours;
    }

    /**
     * The message in a record's value.
     *
     * @param value may be null
     * @throws UnusableRecord when these bytes can never be used
     * @throws dev.segue.adapters.kafka.registry.RegistryFailure when the registry does not answer
     */
    public T read(byte[] value) throws UnusableRecord {
        return read(value, null);
    }

    /** As {@link #read(byte[])}, into {@code reused} where possible. */
    T read(byte[] value, T reused) throws UnusableRecord {
        if (value == null) {
            throw unreadable("The record has no value.");
        }
        if (value.length > 0 && value[0] != WireFormat.MAGIC) {
            throw unreadable(Framing.ofOther(value));
        }
        if (value.length < WireFormat.HEADER_BYTES) {
            throw unreadable("The value has " + value.length + " bytes, too few for the id of a schema.");
        }
        return read(value, readerFor(WireFormat.schemaId(value)), reused);
    }

    private T read(byte[] value, DatumReader<T> reader, T reused) throws UnusableRecord {
        decoder.reset(value, WireFormat.HEADER_BYTES);
        T message;
        try {
            message = reader.read(reused, decoder);
        } catch (IOException | RuntimeException e) {
            throw unreadable(Sentence.ended("The value is not a valid " + ours.getName() + ": " + e.getMessage()));
        } catch (StackOverflowError e) {
            throw unreadable("The value is not a valid " + ours.getName() + ": it is nested too deeply.");
        }
        if (decoder.remaining() > 0) {
            throw unreadable("The value has " + decoder.remaining() + " more bytes after the " + ours.getName() + ".");
        }
        return message;
    }

    private DatumReader<T> readerFor(int id) throws UnusableRecord {
        if (id == lastId && lastReader != null) {
            return lastReader;
        }
        Resolved<T> resolved = byId.get(id);
        if (resolved == null) {
            resolved = resolve(id);
            byId.put(id, resolved);
        }
        if (resolved.reader() == null) {
            throw new UnusableRecord(RejectionReason.UNKNOWN_SCHEMA, resolved.misfit());
        }
        lastId = id;
        lastReader = resolved.reader();
        return lastReader;
    }

    private Resolved<T> resolve(int id) throws UnusableRecord {
        Schema theirs;
        try {
            theirs = registry.schemaOf(id);
        } catch (UnknownSchema e) {
            throw new UnusableRecord(RejectionReason.UNKNOWN_SCHEMA, e.getMessage());
        }
        SchemaCompatibilityResult fit =
                SchemaCompatibility.checkReaderWriterCompatibility(ours, theirs).getResult();
        if (fit.getCompatibility() != SchemaCompatibilityType.COMPATIBLE) {
            SchemaCompatibility.Incompatibility why = fit.getIncompatibilities().get(0);
            return new Resolved<>(
                    null,
                    "The schema with id " + id + " (" + theirs.getFullName() + ") is not compatible with "
                            + ours.getFullName() + ": " + why.getType() + ", " + why.getMessage() + ".");
        }
        return new Resolved<>(new SpecificDatumReader<>(theirs, ours, AvroModel.create()), null);
    }

    private static UnusableRecord unreadable(String explanation) {
        return new UnusableRecord(RejectionReason.UNREADABLE, explanation);
    }
}
