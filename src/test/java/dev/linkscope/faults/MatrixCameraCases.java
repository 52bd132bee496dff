package dev.linkscope.faults;

import static dev.linkscope.faults.MatrixCases.add;

import java.util.List;

/** What goes wrong with the camera. */
final class MatrixCameraCases {
    private static final String STREAM = "stream=http://127.0.0.1:8080/?action=stream";

    /** A camera of its own in the network. */
    private static final String ELSEWHERE =
            "snapshot=http://" + Topology.INET + ":8081/?action=snapshot";

    private static final String AT_INET = "camera=" + Topology.INET + " 8081";

    private MatrixCameraCases() {}

    static void fill(List<MatrixCase> cases) {
        String group = "camera";
        add(
                cases,
                group,
                MatrixFaults.none("camera's program ended (systemctl as recorded)"),
                "camera.service_down",
                "begins=before",
                "camera=none",
                "setup=" + service("inactive"));
        add(
                cases,
                group,
                MatrixFaults.none("wrong port, camera's program runs"),
                "camera.wrong_port_or_host",
                "begins=before",
                "snapshot=http://127.0.0.1:8081/?action=snapshot",
                "setup=" + service("active"));
        add(
                cases,
                group,
                MatrixFaults.none("wrong path"),
                "url.wrong_path",
                "begins=before",
                "snapshot=http://127.0.0.1:8080/image");
        add(
                cases,
                group,
                MatrixFaults.none("address of the stream as snapshot"),
                "url.stream_as_snapshot",
                "begins=before",
                "snapshot=http://127.0.0.1:8080/?action=stream");
        add(
                cases,
                group,
                MatrixFaults.none("address without http://"),
                "url.no_scheme",
                "begins=before",
                "snapshot=127.0.0.1:8080/?action=snapshot");
        add(
                cases,
                group,
                MatrixFaults.mode("takes the connection and is silent", "camera", "stalls"),
                "camera.stalled",
                "longest=60",
                "short=yes");
        add(
                cases,
                group,
                MatrixFaults.mode("every third picture after 7 s", "camera", "late"),
                "camera.overloaded",
                "longest=70");
        add(
                cases,
                group,
                MatrixFaults.mode("wants a login (401)", "camera", "login"),
                "camera.login_needed");
        add(
                cases,
                group,
                MatrixFaults.mode("picture stands still", "camera", "frozen"),
                "camera.frozen",
                "longest=70");
        add(
                cases,
                group,
                MatrixFaults.mode("black picture that stands still", "camera", "dark"),
                "",
                "longest=45",
                "why=at night a good camera sends the same: said as possible, not claimed");
        add(
                cases,
                group,
                MatrixFaults.mode("half a JPEG", "camera", "broken"),
                "camera.empty_or_broken_picture");
        add(
                cases,
                group,
                MatrixFaults.mode("empty reply", "camera", "empty"),
                "camera.empty_or_broken_picture");
        add(
                cases,
                group,
                MatrixFaults.mode("web page instead of a picture", "camera", "html"),
                "camera.html_not_picture");
        add(
                cases,
                group,
                MatrixFaults.mode("program without a camera (ustreamer)", "camera", "no_signal"),
                "camera.no_signal");
        add(
                cases,
                group,
                MatrixFaults.mode("stream stalls, snapshots come", "camera", "stream_stalls"),
                "camera.stalled stream.slow_or_gappy",
                STREAM,
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("stream of one picture a second", "camera", "stream_slow"),
                "stream.slow_or_gappy",
                STREAM,
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.router(
                        "network camera does not answer",
                        "chain f { type filter hook forward priority 0; tcp dport 8081 drop; }"),
                "camera.unreachable",
                ELSEWHERE,
                AT_INET,
                "longest=60");
        add(
                cases,
                group,
                new Fault(
                        "network camera lost together with the network",
                        Fault.linkDown().begin(),
                        Fault.linkDown().end()),
                "router.unreachable camera.network_path",
                ELSEWHERE,
                AT_INET,
                "lasts=25");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "camera drops off the USB (recorded kernel log)",
                        MatrixFaults.both(
                                "",
                                MatrixFaults.kernelSays(
                                        "", "usb 1-1.2: USB disconnect, device number 7"),
                                MatrixFaults.kernelSays(
                                        "",
                                        "usb 1-1.2: reset high-speed USB device number 8 using dwc_otg")),
                        MatrixFaults.mode("", "camera", "503")),
                "usb.camera_resets camera.service_down",
                "longest=90",
                "warmup=25");
    }

    /** What systemctl(1) prints of the camera's unit. */
    private static String service(String state) {
        return """
        mount -t tmpfs -o mode=755 none /run/systemd; mkdir /run/systemd/system;
        mount -t tmpfs -o mode=755 none /usr/local/bin; cat > /usr/local/bin/systemctl <<'E'
        #!/bin/sh
        printf 'Id=webcamd.service\\nLoadState=loaded\\nActiveState=%s\\nNRestarts=0\\n'
        E
        chmod 755 /usr/local/bin/systemctl;
        """
                .formatted(state);
    }
}
