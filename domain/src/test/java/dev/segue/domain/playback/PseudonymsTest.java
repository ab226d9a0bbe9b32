package dev.segue.domain.playback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    /** RFC 4231, test case 6: the only one with a text of ASCII and a key that is long enough. */
    private static final byte[] KEY_OF_THE_RFC = filled(131, 0xaa);

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    @Test
    void a_pseudonym_is_the_version_and_the_hmac_as_in_rfc_4231() {
        String pseudonym =
                new Pseudonyms(2, KEY_OF_THE_RFC).of("Test Using Larger Than Block-Size Key - Hash Key First");

        assertThat(pseudonym).startsWith("v2-").hasSize(46);
        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(pseudonym.substring(3))))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void one_listener_has_one_pseudonym_and_another_key_or_version_gives_another() {
        Pseudonyms pseudonyms = new Pseudonyms(1, KEY);

        assertThat(pseudonyms.of("anna"))
                .isEqualTo(pseudonyms.of("anna"))
                .isEqualTo(new Pseudonyms(1, KEY).of("anna"))
                .isNotEqualTo(pseudonyms.of("ben"))
                .isNotEqualTo(new Pseudonyms(1, KEY_OF_THE_RFC).of("anna"))
                .isNotEqualTo(new Pseudonyms(2, KEY).of("anna"));
    }

    @Test
    void what_looks_like_a_pseudonym_is_replaced_too() {
        Pseudonyms pseudonyms = new Pseudonyms(1, KEY);
        String anna = pseudonyms.of("anna");

        assertThat(pseudonyms.of(anna)).isNotEqualTo(anna);
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new Pseudonyms(1, Arrays.copyOf(KEY, 31)))
                .hasMessage("the key of pseudonyms must have 32 bytes or more, but has 31");
        assertThatThrownBy(() -> new Pseudonyms(0, KEY)).hasMessage("the version of a key must be positive, but is 0");
    }

    @Test
    void state_knows_under_which_key_it_was_made() {
        Map<String, String> none = Pseudonyms.ofState(null).values();
        Map<String, String> first = Pseudonyms.ofState(new Pseudonyms(1, KEY)).values();

        assertThat(none)
                .containsExactly(
                        entry("playback.pseudonym.key-version", "none"),
                        entry("the digest of playback.pseudonym.key", "none"));
        assertThat(first)
                .containsEntry("playback.pseudonym.key-version", "1")
                .extractingByKey("the digest of playback.pseudonym.key")
                .matches(digest -> digest.matches("[0-9a-f]{8}"));
        assertThat(Pseudonyms.ofState(null).objectionTo(first)).isPresent();
        assertThat(Pseudonyms.ofState(null).objectionTo(Map.of())).isEmpty();
        assertThat(Pseudonyms.ofState(new Pseudonyms(1, KEY)).objectionTo(first))
                .isEmpty();
        assertThat(Pseudonyms.ofState(new Pseudonyms(1, KEY)).objectionTo(Map.of()))
                .isPresent();
        assertThat(Pseudonyms.ofState(new Pseudonyms(1, KEY_OF_THE_RFC)).objectionTo(first))
                .isPresent();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
