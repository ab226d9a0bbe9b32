package dev.segue.adapters.kafka.codec;

import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.specific.SpecificData;

/** How Avro makes our classes. One for each reader and writer: Avro's own shared ones race when first used. */
final class AvroModel {

    private AvroModel() {}

    static SpecificData create() {
        SpecificData model = new SpecificData(AvroModel.class.getClassLoader());
        model.addLogicalTypeConversion(new TimestampMillisConversion());
        model.setFastReaderEnabled(true);
        return model;
    }
}
