package dev.linkscope.octoprint.change;

import dev.linkscope.octoprint.CameraServer;
import dev.linkscope.octoprint.RawServer;

/** Changes of the camera's address on an OctoPi. */
abstract class WebcamTestCase extends ChangeTestCase {
    static final String SNAPSHOT = "http://127.0.0.1:8080/?action=snapshot";
    static final String STREAM = "/webcam/?action=stream";

    WebcamTestCase() {
        super(WebcamAction.ID);
    }

    /** OctoPi: the camera on 8080, and the proxy before it on 80. */
    void octoPi(RawServer camera) throws Exception {
        RawServer proxy =
                closing(new RawServer())
                        .at("/webcam/?action=snapshot", CameraServer.snapshot())
                        .at("/webcam/?action=stream", CameraServer.stream());
        pi.listens("127.0.0.1:8080", camera.port())
                .listens("localhost:8080", camera.port())
                .listens("localhost:80", proxy.port())
                .listens("127.0.0.1:80", proxy.port());
    }

    void octoPi() throws Exception {
        octoPi(closing(CameraServer.mjpgStreamer()));
    }

    void start(String version, String snapshot, String stream) throws Exception {
        start(version);
        octoPrint.camera(snapshot, stream);
    }
}
