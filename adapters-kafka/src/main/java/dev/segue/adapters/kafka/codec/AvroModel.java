package dev.segue.adapters.kafka.codec;

import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's model for our generated classes. Each reader and writer has its own: Avro's shared models race when first
 * used.
 */
final class AvroModel {

    private AvroModel() {}

    static SpecificData create() {
        SpecificData model = new SpecificData(AvroModel.class.getClassLoader());
        model.addLogicalTypeConversion(new TimestampMillisConversion());
        model.setFastReaderEnabled(true);
        return model;
    }
}
