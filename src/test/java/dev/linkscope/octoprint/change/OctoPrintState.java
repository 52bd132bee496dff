package dev.linkscope.octoprint.change;

import dev.linkscope.octoprint.reading.Recorded;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an OctoPrint holds and how a version of it saves: since 1.9 the addresses of the camera are
 * those of Classic Webcam, and stand as copies in three more places.
 */
final class OctoPrintState {
    private static final List<String> COPIES = List.of("snapshot", "stream");

    final ObjectNode settings;
    private final boolean flat;
    ObjectNode levels = JsonNodeFactory.instance.objectNode();
    String job = "Operational";

    /** As a version keeps it: 1.8, 1.9, 1.10 or 1.11. */
    OctoPrintState(String version) {
        String recording =
                switch (version) {
                    case "1.8", "1.9" -> "op193-settings-webcam-configured.http";
                    case "1.10" -> "op1103-settings-webcam-configured.http";
                    default -> "op111-settings-webcam-configured.http";
                };
        settings = (ObjectNode) Recorded.json(recording);
        flat = version.equals("1.8");
        if (flat) {
            // Before 1.9 there was neither a list of cameras nor the plugin.
            ((ObjectNode) settings.path("webcam"))
                    .remove(List.of("webcams", "defaultWebcam", "snapshotWebcam"));
            ((ObjectNode) settings.path("plugins")).remove("classicwebcam");
        }
        levels.put("octoprint.util.comm", "DEBUG").put("tornado.access", "ERROR");
    }

    /** Has these addresses from now on. */
    synchronized OctoPrintState camera(String snapshot, String stream) {
        set("snapshot", JsonNodeFactory.instance.stringNode(snapshot));
        set("stream", JsonNodeFactory.instance.stringNode(stream));
        return this;
    }

    synchronized String address(String name) {
        return flat
                ? webcam().path(name + "Url").asString("")
                : settings.path("plugins").path("classicwebcam").path(name).asString("");
    }

    /** {@code POST /api/settings}: what is not in the request stays. */
    synchronized void save(JsonNode request) {
        JsonNode own =
                flat ? request.path("webcam") : request.path("plugins").path("classicwebcam");
        for (String name : COPIES) {
            String key = flat ? name + "Url" : name;
            if (own.has(key)) {
                set(name, own.path(key));
            }
        }
    }

    private void set(String name, JsonNode value) {
        webcam().set(name + "Url", value);
        if (!flat) {
            ((ObjectNode) settings.path("plugins").path("classicwebcam")).set(name, value);
            JsonNode camera = webcam().path("webcams").path(0);
            ((ObjectNode) camera.path("compat")).set(name, value);
            if (name.equals("stream")) {
                ((ObjectNode) camera.path("extras")).set(name, value);
            } else {
                ((ObjectNode) camera).set("snapshotDisplay", value);
            }
        }
    }

    private ObjectNode webcam() {
        return (ObjectNode) settings.path("webcam");
    }

    synchronized void levels(ObjectNode others) {
        levels = others;
    }

    /** All of it, to be compared. */
    synchronized String all() {
        return JsonMapper.shared()
                .writeValueAsString(List.of(settings.deepCopy(), levels.deepCopy(), job));
    }
}
