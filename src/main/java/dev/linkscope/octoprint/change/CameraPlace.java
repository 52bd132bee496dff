package dev.linkscope.octoprint.change;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where OctoPrint keeps the addresses of its own camera: since 1.9 in its plugin Classic Webcam,
 * before that among the settings of its webcam.
 */
enum CameraPlace {
    PLUGIN("plugins.classicwebcam.", "snapshot", "stream"),
    FLAT("webcam.", "snapshotUrl", "streamUrl");

    /** The camera of Classic Webcam; before 1.9 there was no other. */
    private static final String CLASSIC = "classic";

    private static final String PROVIDER = "classicwebcam";

    private final String folder;
    private final String snapshot;
    private final String stream;

    CameraPlace(String folder, String snapshot, String stream) {
        this.folder = folder;
        this.snapshot = snapshot;
        this.stream = stream;
    }

    private String key(Role role) {
        return role == Role.SNAPSHOT ? snapshot : stream;
    }

    /** What an address is for. */
    enum Role {
        SNAPSHOT,
        STREAM
    }

    /** Where settings keep them; empty if Classic Webcam is switched off. */
    static Optional<CameraPlace> in(JsonNode settings) {
        if (settings.path("plugins").path(PROVIDER).isObject()) {
            return Optional.of(PLUGIN);
        }
        JsonNode webcam = settings.path("webcam");
        return webcam.isObject() && !webcam.path("webcams").isArray()
                ? Optional.of(FLAT)
                : Optional.empty();
    }

    /** An address as it is there; null if there is none. */
    @Nullable String value(JsonNode settings, Role role) {
        JsonNode node = settings;
        for (String name : List.of(folder.split("\\."))) {
            node = node.path(name);
        }
        JsonNode value = node.path(key(role));
        return value.isString() ? value.stringValue() : null;
    }

    /** Name of a setting for people. */
    String name(Role role) {
        return folder + key(role);
    }

    /** What is sent to have these addresses there, and nothing else changed. */
    ObjectNode request(Map<Role, @Nullable String> values) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode node = root;
        for (String name : List.of(folder.split("\\."))) {
            node = node.putObject(name);
        }
        for (Role role : Role.values()) {
            if (values.containsKey(role)) {
                node.put(key(role), values.get(role));
            }
        }
        return root;
    }

    /**
     * The plugin that the camera comes from which Obico takes, if it is another than Classic
     * Webcam: its primary one, else {@code classic}, else the first.
     */
    static Optional<String> otherProvider(JsonNode settings) {
        JsonNode cameras = settings.path("webcam").path("webcams");
        String wanted = wanted(settings.path("plugins").path("obico").path("webcams"));
        JsonNode chosen = null;
        for (JsonNode camera : cameras) {
            String name = camera.path("name").asString("");
            boolean right = wanted.isEmpty() ? name.equals(CLASSIC) : name.equals(wanted);
            if (right || (wanted.isEmpty() && chosen == null)) {
                chosen = camera;
            }
            if (right) {
                break;
            }
        }
        String provider = chosen == null ? "" : chosen.path("provider").asString("");
        return provider.isEmpty() || provider.equals(PROVIDER)
                ? Optional.empty()
                : Optional.of(provider);
    }

    private static String wanted(JsonNode list) {
        String first = "";
        for (JsonNode camera : list) {
            String name = camera.path("name").asString("");
            if (camera.path("is_primary_camera").asBoolean(false)) {
                return name;
            }
            first = first.isEmpty() ? name : first;
        }
        return first;
    }

    /** Addresses that belong to the other cameras of this OctoPrint. */
    static Set<String> taken(JsonNode settings) {
        var taken = new HashSet<String>();
        for (JsonNode camera : settings.path("webcam").path("webcams")) {
            if (!camera.path("provider").asString("").equals(PROVIDER)) {
                taken.add(camera.path("compat").path("snapshot").asString("").strip());
                taken.add(camera.path("compat").path("stream").asString("").strip());
            }
        }
        taken.remove("");
        return taken;
    }
}
