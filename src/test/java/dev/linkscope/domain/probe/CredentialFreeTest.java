package dev.linkscope.domain.probe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFreeTest {
    @ParameterizedTest
    @CsvSource({
        "http://me:hunter2@cam/snap.jpg, http://cam/snap.jpg",
        "http://me@cam:8080/?action=snapshot, http://cam:8080/?action=snapshot",
        "https://:hunter2@[fe80::1]:80/x, https://[fe80::1]:80/x",
        "http://me:hun@ter2@cam/x, http://cam/x",
        "http://me:hun/ter2@cam/x, http://cam/x",
        "http://me:hun?ter2@cam/x, http://cam/x",
        "http://me:hun#ter2@cam/x, http://cam/x",
        "//me:hunter2@cam/x, //cam/x",
        "me:hunter2@cam/x, cam/x",
        "http://cam/snapshot.cgi?user=me&pwd=hunter2, http://cam/snapshot.cgi",
        "http://cam/?a=1&Token=hunter2&b=2#top, http://cam/?a=1&b=2#top",
        "rtsp://me:hunter2@cam/1, rtsp://cam/1",
    })
    void credentialsAreLeftOut(String url, String expected) {
        assertThat(CredentialFree.of(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.obico.io",
                "http://localhost:8080/?action=snapshot",
                "/webcam/?action=snapshot",
                "/webcam/@2x?action=snapshot",
                "http://cam/@here?x=@y",
                "http://[::1]:5000/",
                "http://cam/?",
                "http://cam/?action",
                "",
                "not a url"
            })
    void anythingElseStays(String url) {
        assertThat(CredentialFree.of(url)).isEqualTo(url);
    }

    @Property
    void noPasswordOfAnyLettersStays(
            @ForAll @NotBlank @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 12)
                    String letters) {
        String url = "http://me:canary" + letters + "canary@cam.local/snap.jpg";

        assertThat(CredentialFree.of(url)).doesNotContain("canary");
    }
}
