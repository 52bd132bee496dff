package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {
    @ParameterizedTest
    @CsvSource({
        "cam.local:8080/?action=snapshot, http://cam.local:8080/?action=snapshot",
        "cam/?action=snapshot, http://localhost/cam/?action=snapshot",
        "//cam/?action=snapshot, http://cam/?action=snapshot",
        "htp://cam/snap.jpg, http://cam/snap.jpg",
        "http:/cam.local/snap.jpg, http://cam.local/snap.jpg",
        "http://cam:8080?action=stream, http://cam:8080/?action=snapshot",
        "http://cam/webcam?action=stream, http://cam/webcam?action=snapshot",
        "https://cam/stream, https://cam/snapshot",
        "http://cam/feed/stream/, http://cam/feed/snapshot",
        "http://cam/x?user=u&pwd=p, http://cam/x?user=u&pwd=p",
        "http://u:p@cam/?action=stream, http://u:p@cam/?action=snapshot"
    })
    void theNearestOfASnapshot(String configured, String expected) {
        assertThat(Candidates.snapshots(configured, "", Set.of()))
                .as("to be near the front")
                .containsSubsequence(expected, "http://127.0.0.1:8080/?action=snapshot");
    }

    @Test
    void aSnapshotBesideTheStream() {
        assertThat(Candidates.snapshots("", "http://cam:8081/?action=stream", Set.of()))
                .startsWith("http://cam:8081/?action=snapshot")
                .doesNotContain("http://cam:8081/?action=stream");
    }

    @ParameterizedTest
    @CsvSource({
        "/webcam?action=stream, /webcam/?action=stream",
        "webcam/?action=stream, /webcam/?action=stream",
        "/webcam/?action=snapshot, /webcam/?action=stream",
        "cam.local:8080/?action=stream, http://cam.local:8080/?action=stream",
        "http://cam/snapshot, http://cam/stream"
    })
    void theNearestOfAStream(String configured, String expected) {
        assertThat(Candidates.streams(configured, "", Set.of())).contains(expected);
    }

    @Test
    void nothingTwiceAndNothingOfOthers() {
        String taken = "http://127.0.0.1:8080/?action=snapshot";
        var found = Candidates.snapshots(taken, "rtsp://cam/x", Set.of(taken));
        assertThat(found).doesNotHaveDuplicates().doesNotContain(taken).hasSizeLessThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/?x, true",
        "http://localhost/, true",
        "http://[::1]:8080/, true",
        "http://127.0.0.1.example/, false",
        "http://octopi.local/, false",
        "/webcam/, false"
    })
    void loopback(String address, boolean expected) {
        assertThat(Candidates.isLoopback(address)).isEqualTo(expected);
    }
}
