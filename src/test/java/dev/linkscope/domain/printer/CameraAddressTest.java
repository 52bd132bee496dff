package dev.linkscope.domain.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraAddressTest {
    @ParameterizedTest
    @CsvSource({
        "'', blank, ''",
        "'  ', blank, ''",
        "http://127.0.0.1:8080/?action=snapshot, absolute, http://127.0.0.1:8080/?action=snapshot",
        "HTTPS://cam/a.jpg, absolute, HTTPS://cam/a.jpg",
        "/webcam/?action=snapshot, relative, http://localhost/webcam/?action=snapshot",
        "webcam/?action=snapshot, relative, http://localhost/webcam/?action=snapshot",
        "192.168.1.5:8080/?a, no_scheme, http://localhost/192.168.1.5:8080/?a",
        "cam.lan/snapshot, no_scheme, http://localhost/cam.lan/snapshot",
        "localhost, no_scheme, http://localhost/localhost",
        "octopi.local:8080/?a, host_as_scheme, octopi.local:8080/?a",
        "localhost:8080/?a, host_as_scheme, localhost:8080/?a",
        "//host/p, double_slash, http://localhost//host/p",
        "http://u:p@cam/s, user_info, http://u:p@cam/s",
        "http:///s, no_host, http:///s",
        "http:cam, no_host, http:cam",
        "webrtc://cam/s, webrtc, webrtc://cam/s",
        "webrtcs:cam, webrtc, webrtcs:cam",
        "rtsp://cam/s, rtsp, rtsp://cam/s",
        "/hls/stream.m3u8, hls, http://localhost/hls/stream.m3u8",
        "http://cam/s.M3U8?x, hls, http://cam/s.M3U8?x",
        "http://cam/video.mp4, video, http://cam/video.mp4",
        "ftp://cam/s, other_scheme, ftp://cam/s"
    })
    void isReadAsThePluginWould(String address, String form, String full) {
        assertThat(CameraAddress.formOf(address).wireName()).isEqualTo(form);
        assertThat(CameraAddress.full(address)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "http://cam/?action=stream, true",
        "/hls/stream.m3u8, true",
        "webrtc://cam, true",
        "http://cam/?action=snapshot, false",
        "/jpeg, false"
    })
    void knowsTheAddressOfAStream(String address, boolean stream) {
        assertThat(CameraAddress.namesStream(address)).isEqualTo(stream);
    }
}
