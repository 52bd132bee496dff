package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;
import java.util.Set;

/** An address of a kind of video that Obico can make no picture of. */
final class UnusableStreamRule implements Rule {
    private static final Set<String> KINDS = Set.of("webrtc", "rtsp", "hls");

    @Override
    public String id() {
        return "url.unusable_stream";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        String stream = printer.facts().text("webcam.stream.form").orElse("");
        boolean snapshot = KINDS.contains(camera.form());
        if (snapshot) {
            clues.as("snapshot")
                    .saying(kind(camera.form()))
                    .certain(
                            "settings",
                            Statement.of("clue.url.snapshot_kind", kind(camera.form())));
        } else if (KINDS.contains(stream)) {
            clues.saying(kind(stream))
                    .certain("settings", Statement.of("clue.url.stream_kind", kind(stream)));
        }
        for (String kind : List.of("webrtc", "rtsp", "hls", "video")) {
            int count =
                    camera.streamFailed(
                            "request." + kind + "_unusable", "response." + kind + "_unusable");
            if (count > 0 && !clues.any()) {
                clues.saying(kind(kind))
                        .certain("stream", Statement.of("clue.url.stream_kind", kind(kind)));
            }
        }
        int page = camera.streamFailed("response.not_a_stream");
        if (page > 0 && !clues.any()) {
            clues.saying(kind("page")).certain("stream", Statement.of("clue.stream.page", page));
        }
        if (!clues.any()) {
            if (stream.isEmpty() && !camera.streamMeasured()) {
                clues.missing();
            } else {
                clues.against(Statement.of("clue.url.stream_usable"));
            }
        }
        return clues.conclude(snapshot ? Severity.CRITICAL : camera.severityOfStream());
    }

    private static Statement kind(String name) {
        return Statement.of("clue.url.kind." + name);
    }
}
