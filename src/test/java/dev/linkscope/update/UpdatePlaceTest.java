package dev.linkscope.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UpdatePlaceTest {
    private final ReleaseKey key = new ReleaseKey();

    UpdatePlaceTest() throws Exception {}

    private static UpdatePlace read(String text) throws IOException {
        return UpdatePlace.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(String text, String part) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(part);
    }

    @Test
    void theSignatureLiesBesideTheAnnouncement() throws Exception {
        UpdatePlace place =
                read("address=https://example.org:8443/l/r.json?for=all\nkey=" + key.base64());
        assertThat(place.signature()).hasToString("https://example.org:8443/l/r.json.sig?for=all");
        assertThat(place.shown()).isEqualTo("https://example.org:8443");
        assertThat(place.keys()).containsExactly(key.open());
    }

    @Test
    void severalKeysMayBeThere() throws Exception {
        var next = new ReleaseKey();
        UpdatePlace place =
                read(
                        "address=https://example.org/r\nkey="
                                + key.base64()
                                + " \\\n "
                                + next.base64());
        assertThat(place.keys()).containsExactly(key.open(), next.open());
    }

    @Test
    void whatCannotBeTrustedIsRefused() throws Exception {
        refused("key=" + key.base64(), "address");
        refused("address=http://example.org/r\nkey=" + key.base64(), "address");
        refused("address=https://a:b@example.org/r\nkey=" + key.base64(), "address");
        refused("address=https://example.org/r", "key");
        refused("address=https://example.org/r\nkey=abc", "key");
        var other = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String ec = Base64.getEncoder().encodeToString(other.getPublic().getEncoded());
        refused("address=https://example.org/r\nkey=" + ec, "key");
        refused("address=https://example.org/r\nkey=" + (key.base64() + " ").repeat(5), "key");
    }

    @Test
    void whatIsShippedCanBeUsed() {
        boolean shipped = UpdatePlace.class.getResource("update.properties") != null;
        assertThat(UpdatePlace.ofProgram().isPresent()).isEqualTo(shipped);
    }
}
