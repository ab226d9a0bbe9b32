package dev.segue.adapters.kafka.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.domain.fixture.Mutator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records that fit their schema, with values that no client of ours would send. */
public final class WildRecords {

    private static final int MOST_ITEMS = 3;

    private static final List<Long> LONGS = List.of(
            0L,
            1L,
            -1L,
            -60L,
            3_600L,
            Samples.NOON,
            Samples.NOON + 1,
            (long) Integer.MAX_VALUE + 1,
            (long) Integer.MIN_VALUE,
            253_402_300_800_000L,
            Long.MAX_VALUE,
            Long.MIN_VALUE);

    private static final List<Double> DOUBLES =
            List.of(0.0, 0.5, 1.0, -1.0, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0);

    private static final List<String> TEXTS = List.of(
            "",
            "anna",
            "SE",
            "Europe/Stockholm",
            "Mars/Olympus",
            "2026-W10",
            "2026-03-02T12:00",
            "-999999999-01-01T00:00",
            "+999999999-12-31T23:59:59",
            "SKIP_RATE",
            "LISTENED_TIME",
            "UNREADABLE",
            "s-1/0",
            "\u0000",
            "\ud83c\udfb5",
            "x".repeat(5_000));

    private final Mutator from;
    private final Random random;

    private WildRecords(Mutator from) {
        this.from = from;
        this.random = from.random();
    }

    /** The value of a record with a message of {@code schema}, which is registered. */
    public static byte[] of(SchemaRegistry registry, Schema schema, Mutator from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WireFormat.header(registry.idOf(schema.getName(), schema)));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new WildRecords(from).write(schema, encoder);
        return bytes.toByteArray();
    }

    private void write(Schema schema, BinaryEncoder to) throws IOException {
        switch (schema.getType()) {
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    write(field.schema(), to);
                }
            }
            case UNION -> {
                int index = random.nextInt(schema.getTypes().size());
                to.writeIndex(index);
                write(schema.getTypes().get(index), to);
            }
            case ARRAY, MAP -> {
                int items = random.nextInt(MOST_ITEMS);
                to.writeArrayStart();
                to.setItemCount(items);
                for (int i = 0; i < items; i++) {
                    to.startItem();
                    if (schema.getType() == Schema.Type.MAP) {
                        to.writeString(from.oneOf(TEXTS));
                        write(schema.getValueType(), to);
                    } else {
                        write(schema.getElementType(), to);
                    }
                }
                to.writeArrayEnd();
            }
            case ENUM -> to.writeEnum(random.nextInt(schema.getEnumSymbols().size()));
            case STRING -> to.writeString(from.oneOf(TEXTS));
            case BYTES -> to.writeBytes(from.oneOf(TEXTS).getBytes(UTF_8));
            case LONG -> to.writeLong(from.oneOf(LONGS));
            case INT -> to.writeInt(from.oneOf(LONGS).intValue());
            case DOUBLE -> to.writeDouble(from.oneOf(DOUBLES));
            case FLOAT -> to.writeFloat(from.oneOf(DOUBLES).floatValue());
            case BOOLEAN -> to.writeBoolean(random.nextBoolean());
            case NULL -> to.writeNull();
            case FIXED -> throw new IllegalArgumentException("no value yet for " + schema);
        }
    }
}
