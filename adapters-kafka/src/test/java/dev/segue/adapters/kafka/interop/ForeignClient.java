package dev.segue.adapters.kafka.interop;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A third-party client of the registry. */
interface ForeignClient {

    /** A serializer of values that registers schemas automatically. */
    Serializer<Object> serializer(RegistryProcess registry) throws ClassNotFoundException;

    /** A deserializer of values into the generated classes. */
    Deserializer<Object> deserializer(RegistryProcess registry) throws ClassNotFoundException;
}
