package dev.segue.adapters.kafka.interop;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A client of the registry that is not ours. */
interface ForeignClient {

    /** A serializer of values that registers schemas by itself. */
    Serializer<Object> serializer(RegistryProcess registry) throws ClassNotFoundException;

    /** A deserializer of values that makes the generated classes. */
    Deserializer<Object> deserializer(RegistryProcess registry) throws ClassNotFoundException;
}
