package dev.linkscope.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A camera's program, on the pi or a computer of its own. */
final class MatrixCamera implements AutoCloseable {
    private static final String NONE = "none";

    private final Process process;

    private MatrixCamera(Process process) {
        this.process = process;
    }

    /** Starts the camera of a case; its behaviour is the mode {@code camera} of the topology. */
    static MatrixCamera of(Topology net, MatrixCase one) throws IOException {
        String place = one.camera();
        Node node = place.startsWith(Topology.INET) ? net.inet() : net.pi().node();
        var command = new ArrayList<String>();
        if (place.equals(NONE)) {
            command.addAll(List.of("sh", "-c", "echo ready; cat"));
        } else {
            command.addAll(List.of("/usr/bin/python3", Commands.script("matrix_camera.py")));
            command.addAll(List.of(place.split(" ")));
            command.add(net.folder().resolve("modes").resolve("camera").toString());
        }
        Process process =
                new ProcessBuilder(node.inside(command))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader lines = process.inputReader();
        if (!"ready".equals(lines.readLine())) {
            Commands.end(process);
            throw new IllegalStateException("the camera did not start");
        }
        return new MatrixCamera(process);
    }

    @Override
    public void close() {
        Commands.end(process);
    }
}
