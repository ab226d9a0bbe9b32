package dev.segue.adapters.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.segue.adapters.kafka.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryAccessTest {

    @Test
    void it_travels() throws Exception {
        RegistryAccess access = RegistryAccess.at("https://registry.example/apis/ccompat/v7")
                .as(new RegistryLogin.Basic("job", new Secret("secret")))
                .with(new RegistryTls(Map.of("ssl.truststore.location", "/a")))
                .registering(false)
                .withPatience(Duration.ofSeconds(5));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(access);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(access);
        }
    }

    @Test
    void an_address_that_holds_a_secret_is_refused_without_showing_it() {
        for (String url :
                List.of("http://anna:sesame@registry", "http://anna@registry", "http://anna:@sesame@registry")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistryAccess.at(url))
                    .withMessage("the URL of a schema registry must not hold a user or a password, because URLs are"
                            + " shown: give them as user and password");
        }
    }

    @Test
    void what_cannot_be_right_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryAccess.at("localhost:8081"))
                .withMessage("the URL of a schema registry must begin with http:// or https:// and name a host, but is"
                        + " localhost:8081");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryAccess.at(List.of()))
                .withMessage("a schema registry needs at least one URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryAccess.at("http://registry").withPatience(Duration.ofSeconds(-1)))
                .withMessage("patience must not be negative, but is PT-1S");
    }
}
