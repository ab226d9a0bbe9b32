package dev.segue.adapters.kafka.registry;

import org.apache.avro.Schema;

/** Knows which schema wrote a record, and under which id ours is known. Safe for use by many threads. */
public interface SchemaRegistry {

    /**
     * Looks whether the registry is there.
     *
     * @throws RegistryFailure when it does not answer, or not to the point
     */
    void requireAnswer();

    /**
     * The schema with this id.
     *
     * @throws UnknownSchema when the registry says that there is none, or that it is no Avro: the record is unusable
     * @throws RegistryFailure when the registry does not answer, or not to the point: nothing is known of the record
     */
    Schema schemaOf(int id) throws UnknownSchema;

    /**
     * The id of {@code schema} under {@code subject}; registers it when it is new there.
     *
     * @throws RegistryFailure when the registry does not answer, or does not accept the schema
     */
    int idOf(String subject, Schema schema);

    /**
     * Makes the registry hold every later version of {@code subject} to all earlier ones, in both directions. Some
     * registries hold nothing unless told to.
     *
     * @throws RegistryFailure when the registry does not answer, or refuses
     */
    void holdToAllVersions(String subject);
}
