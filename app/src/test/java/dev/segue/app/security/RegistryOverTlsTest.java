package dev.segue.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.option.RegistryOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema registry whose certificate was issued by a private authority, as the keys of a configuration describe it. */
class RegistryOverTlsTest {

    @TempDir
    private static Path folder;

    private static Authority ours;
    private static Authority theirs;
    private static Authority.Identity server;
    private static Authority.Identity client;
    private static Authority.Identity elsewhere;

    @BeforeAll
    static void issue() throws Exception {
        ours = Authority.in(folder.resolve("ours"));
        theirs = Authority.in(folder.resolve("theirs"));
        server = ours.issue("registry");
        client = ours.issue("client");
        elsewhere = ours.issue("elsewhere", "dns:registry.example");
    }

    @Test
    void an_authority_of_ones_own_is_trusted_in_a_pem_file() throws Exception {
        assertThat(schemaWith("truststore.location", ours.asPem(), "truststore.type", "PEM"))
                .isEqualTo(Schema.create(Schema.Type.STRING));
    }

    @Test
    void an_authority_of_ones_own_is_trusted_in_a_key_store() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), Authority.PASSWORD + "\n");

        assertThat(schemaWith(
                        "truststore.location", ours.asPkcs12(), "truststore.password", "${FILE:" + password + "}"))
                .isEqualTo(Schema.create(Schema.Type.STRING));
    }

    @Test
    void a_token_in_a_file_is_read_with_every_request() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "first\n");
        Map<String, String> texts = Map.of("registry.token", "${FILE:" + token + "}");
        try (SecureServer registry = SecureServer.start(server.pkcs12(), null)) {
            SchemaRegistry client = trusting(registry, texts).connect();
            client.schemaOf(7);
            Files.writeString(token, "second\n");
            client.schemaOf(8);

            assertThat(registry.logins()).containsExactly("Bearer first", "Bearer second");
        }
    }

    @Test
    void without_a_truststore_the_message_names_the_key_to_set() throws Exception {
        try (SecureServer registry = SecureServer.start(server.pkcs12(), null)) {
            assertThatThrownBy(() -> access(registry).connect().schemaOf(7))
                    .isInstanceOf(RegistryFailure.class)
                    .hasMessageStartingWith(
                            "The schema registry does not answer: no secure connection to " + registry.url())
                    .hasMessageEndingWith(" Set registry.ssl.truststore.location to a file with the certificate of the"
                            + " authority that issued the registry's certificate.");
        }
    }

    @Test
    void another_authority_is_not_enough() throws Exception {
        Path wrong = theirs.asPem();

        assertThatThrownBy(() -> schemaWith("truststore.location", wrong, "truststore.type", "PEM"))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageEndingWith(" The file in registry.ssl.truststore.location (" + wrong
                        + ") does not contain the authority that issued the registry's certificate.");
    }

    @Test
    void a_client_that_must_have_a_certificate_shows_it() throws Exception {
        try (SecureServer registry = SecureServer.start(server.pkcs12(), ours.asPkcs12())) {
            for (RegistryAccess access : List.of(
                    trusting(registry, "keystore.location", client.pem(), "keystore.type", "PEM"),
                    trusting(
                            registry, "keystore.location", client.pkcs12(), "keystore.password", Authority.PASSWORD))) {
                assertThat(access.connect().schemaOf(7)).isEqualTo(Schema.create(Schema.Type.STRING));
            }
        }
    }

    /** In which words depends on whether the refusal arrives before the end of the connection. */
    @Test
    void without_a_certificate_the_message_names_the_key_to_set() throws Exception {
        try (SecureServer registry = SecureServer.start(server.pkcs12(), ours.asPkcs12())) {
            RegistryAccess access = trusting(registry);

            assertThatThrownBy(() -> access.connect().schemaOf(7))
                    .isInstanceOf(RegistryFailure.class)
                    .hasMessageContaining(" registry.ssl.keystore.location");
        }
    }

    @Test
    void a_certificate_of_another_authority_is_named() throws Exception {
        Path stranger = theirs.issue("stranger").pem();
        try (SecureServer registry = SecureServer.start(server.pkcs12(), ours.asPkcs12())) {
            RegistryAccess access = trusting(registry, "keystore.location", stranger, "keystore.type", "PEM");

            assertThatThrownBy(() -> access.connect().schemaOf(7))
                    .isInstanceOf(RegistryFailure.class)
                    .hasMessageContaining(" registry.ssl.keystore.location");
        }
    }

    @Test
    void a_certificate_for_another_host_is_named() throws Exception {
        try (SecureServer registry = SecureServer.start(elsewhere.pkcs12(), null)) {
            RegistryAccess access = trusting(registry);

            assertThatThrownBy(() -> access.connect().schemaOf(7))
                    .isInstanceOf(RegistryFailure.class)
                    .hasMessageEndingWith(" Set registry.url to a host name that the registry's certificate contains.");
        }
    }

    @Test
    void a_store_that_cannot_be_read_is_explained_without_its_password() throws Exception {
        Path pem = ours.asPem();
        Path store = ours.asPkcs12();

        assertThatThrownBy(() -> schemaWith("truststore.location", pem, "truststore.type", "PKCS12"))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageStartingWith("The certificates for the schema registry cannot be read (")
                .hasMessageEndingWith("Correct the keys that begin with registry.ssl: location, password and type,"
                        + " which is PEM for text files, and PKCS12 or JKS for key stores.");
        assertThatThrownBy(() -> schemaWith("truststore.location", store, "truststore.password", "open-sesame"))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageNotContaining("open-sesame");
        assertThatThrownBy(() -> schemaWith("truststore.location", folder.resolve("none"), "truststore.type", "PEM"))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    private static Schema schemaWith(Object... ssl) throws Exception {
        try (SecureServer registry = SecureServer.start(server.pkcs12(), null)) {
            return access(registry, ssl).connect().schemaOf(7);
        }
    }

    /** Our authority is trusted, in a PEM file. */
    private static RegistryAccess trusting(SecureServer registry, Object... more) throws Exception {
        return trusting(registry, keys(more));
    }

    private static RegistryAccess trusting(SecureServer registry, Map<String, String> more) throws Exception {
        Map<String, String> texts = keys("truststore.location", ours.asPem(), "truststore.type", "PEM");
        texts.putAll(more);
        return access(registry, texts);
    }

    private static RegistryAccess access(SecureServer registry, Object... ssl) {
        return access(registry, keys(ssl));
    }

    private static RegistryAccess access(SecureServer registry, Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(Map.of("registry.url", registry.url(), "registry.patience", "0 s"));
        texts.putAll(more);
        return RegistryOptions.from(Config.of(texts, OptionSet.of(RegistryOptions.GROUP)));
    }

    /** Keys that begin with {@code registry.ssl.}, and their values, in turn. */
    private static Map<String, String> keys(Object... ssl) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < ssl.length; i += 2) {
            texts.put("registry.ssl." + ssl[i], ssl[i + 1].toString());
        }
        return texts;
    }
}
