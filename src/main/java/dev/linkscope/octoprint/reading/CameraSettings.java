package dev.linkscope.octoprint.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The cameras of OctoPrint, and the one that Obico takes: the primary one of its own setting, else
 * {@code classic}, else the first.
 *
 * @param cameras as OctoPrint has them
 * @param told whether the answer had a list of cameras at all
 * @param wanted name of the camera in Obico's setting; empty if it has none
 */
record CameraSettings(List<Entry> cameras, boolean told, String wanted) {
    private static final String CLASSIC = "classic";
    private static final int MOST_CAMERAS = 32;

    CameraSettings {
        cameras = List.copyOf(cameras);
    }

    /**
     * One camera.
     *
     * @param name its id
     * @param shown its name for people
     * @param provider the plugin that it comes from
     * @param compat whether it has the addresses that Obico needs
     */
    record Entry(
            String name,
            String shown,
            String provider,
            boolean compat,
            String snapshot,
            String stream) {}

    static CameraSettings of(JsonNode settings) {
        JsonNode webcam = settings.path("webcam");
        JsonNode list = webcam.path("webcams");
        String wanted = wanted(settings.path("plugins").path("obico").path("webcams"));
        if (list.isArray()) {
            var cameras = new ArrayList<Entry>();
            for (JsonNode camera : list) {
                if (camera.isObject() && cameras.size() < MOST_CAMERAS) {
                    cameras.add(entry(camera));
                }
            }
            return new CameraSettings(cameras, true, wanted);
        }
        // Before OctoPrint 1.9 there was one camera, and no list.
        boolean flat = webcam.path("streamUrl").isString() || webcam.path("snapshotUrl").isString();
        List<Entry> one =
                flat
                        ? List.of(
                                new Entry(
                                        CLASSIC,
                                        CLASSIC,
                                        "",
                                        true,
                                        text(webcam, "snapshotUrl"),
                                        text(webcam, "streamUrl")))
                        : List.of();
        return new CameraSettings(one, webcam.isObject(), wanted);
    }

    /** The camera that Obico takes; empty if it is not there. */
    Optional<Entry> chosen() {
        if (!wanted.isEmpty()) {
            return named(wanted);
        }
        return named(CLASSIC).or(() -> cameras.stream().findFirst());
    }

    /** All, the one that Obico takes first. */
    List<Entry> chosenFirst() {
        var sorted = new ArrayList<>(cameras);
        chosen().ifPresent(first -> {
            sorted.remove(first);
            sorted.addFirst(first);
        });
        return sorted;
    }

    private Optional<Entry> named(String name) {
        return cameras.stream().filter(camera -> camera.name().equals(name)).findFirst();
    }

    private static Entry entry(JsonNode camera) {
        JsonNode compat = camera.path("compat");
        String name = text(camera, "name");
        String shown = text(camera, "displayName");
        return new Entry(
                name,
                FactSheet.clean(shown.isBlank() ? name : shown),
                text(camera, "provider"),
                compat.isObject(),
                text(compat, "snapshot"),
                text(compat, "stream"));
    }

    private static String wanted(JsonNode list) {
        String first = "";
        for (JsonNode camera : list) {
            String name = text(camera, "name");
            if (camera.path("is_primary_camera").asBoolean(false)) {
                return name;
            }
            first = first.isEmpty() ? name : first;
        }
        return first;
    }

    private static String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isString() ? value.stringValue().strip() : "";
    }
}
