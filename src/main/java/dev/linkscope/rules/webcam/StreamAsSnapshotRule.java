package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The address of the stream is set as that of the snapshot. */
final class StreamAsSnapshotRule implements Rule {
    @Override
    public String id() {
        return "url.stream_as_snapshot";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int streams = camera.failed("response.stream_not_snapshot");
        if (streams == 0) {
            camera.lacks(clues);
        } else {
            clues.certain(
                    "answer", Statement.of("clue.camera.is_stream", streams, camera.attempts()));
        }
        return clues.conclude(camera.severity(streams));
    }
}
