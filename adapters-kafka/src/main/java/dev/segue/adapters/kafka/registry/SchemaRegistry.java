package dev.segue.adapters.kafka.registry;

import org.apache.avro.Schema;

/** Looks up the schema of a record by its id, and the id of our own schemas. Thread-safe. */
public interface SchemaRegistry {

    /**
     * Checks that the registry is available.
     *
     * @throws RegistryFailure when it does not answer, or gives an invalid answer
     */
    void requireAnswer();

    /**
     * The schema with this id.
     *
     * @throws UnknownSchema when the registry has no such schema, or it is not Avro: the record is unusable
     * @throws RegistryFailure when the registry does not answer, or gives an invalid answer: this implies nothing
     *     about the record
     */
    Schema schemaOf(int id) throws UnknownSchema;

    /**
     * The id of {@code schema} under {@code subject}; registers it if it is new there, unless our access says otherwise.
     *
     * @throws RegistryFailure when the registry does not answer, does not accept the schema, or does not have it and it
     *     is not for us to register
     */
    int idOf(String subject, Schema schema);

    /**
     * Makes the registry check every later version of {@code subject} for full compatibility with all earlier ones.
     * Some registries check nothing by default.
     *
     * @throws RegistryFailure when the registry does not answer, or refuses
     */
    void holdToAllVersions(String subject);

    /**
     * Whether the registry is known to accept any schema for {@code subject}, compatible or not. False when it does not
     * say.
     *
     * @throws RegistryFailure when it does not answer
     */
    default boolean acceptsAnything(String subject) {
        return false;
    }
}
