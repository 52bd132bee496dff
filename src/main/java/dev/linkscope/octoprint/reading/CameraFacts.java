package dev.linkscope.octoprint.reading;

import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.octoprint.reading.CameraSettings.Entry;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Facts of the camera that Obico takes. No address is in them, only how it is written. */
final class CameraFacts {
    private static final Set<String> LOGINS = Set.of("none", "basic", "digest", "bearer");

    private CameraFacts() {}

    static void of(JsonNode settings, FactSheet sheet) {
        CameraSettings cameras = CameraSettings.of(settings);
        sheet.truth("webcam.enabled", settings.path("webcam").path("webcamEnabled"));
        if (!cameras.told()) {
            sheet.notTold("webcam.count");
        } else {
            sheet.known("webcam.count", cameras.cameras().size(), null);
        }
        obico(settings, cameras, sheet);
        addresses(cameras, sheet);
        login(settings, cameras, sheet);
    }

    private static void obico(JsonNode settings, CameraSettings cameras, FactSheet sheet) {
        boolean there = settings.path("plugins").path("obico").isObject();
        String taken =
                cameras.wanted().isEmpty()
                        ? cameras.chosen().map(Entry::name).orElse("")
                        : cameras.wanted();
        if (!there || !cameras.told()) {
            sheet.notTold("obico.webcam");
            sheet.notTold("obico.webcam.exists");
            return;
        }
        if (taken.isEmpty()) {
            sheet.absent("obico.webcam");
        } else {
            sheet.known("obico.webcam", taken);
        }
        sheet.known("obico.webcam.exists", cameras.chosen().isPresent());
    }

    private static void addresses(CameraSettings cameras, FactSheet sheet) {
        Entry chosen = cameras.chosen().orElse(null);
        if (chosen == null) {
            for (String key :
                    new String[] {
                        "webcam.compat",
                        "webcam.snapshot.configured",
                        "webcam.snapshot.form",
                        "webcam.stream.form"
                    }) {
                if (cameras.told()) {
                    sheet.absent(key);
                } else {
                    sheet.notTold(key);
                }
            }
            return;
        }
        sheet.known("webcam.compat", chosen.compat());
        sheet.known("webcam.snapshot.configured", !chosen.snapshot().isEmpty());
        sheet.known("webcam.snapshot.form", form(chosen.snapshot()));
        sheet.known("webcam.stream.form", form(chosen.stream()));
    }

    private static String form(String address) {
        return CameraAddress.formOf(address).wireName();
    }

    /** Only OctoPrint's own camera plugin has a login, since 1.11; Obico does not use it. */
    private static void login(JsonNode settings, CameraSettings cameras, FactSheet sheet) {
        JsonNode classic = settings.path("plugins").path("classicwebcam");
        boolean own =
                cameras.chosen().filter(c -> c.provider().equals("classicwebcam")).isPresent();
        JsonNode login = classic.path("snapshotAuth");
        if (own && classic.isObject() && login.isMissingNode()) {
            sheet.absent("webcam.snapshot.auth");
        } else if (own && login.isString() && LOGINS.contains(login.stringValue())) {
            sheet.known("webcam.snapshot.auth", login.stringValue());
        } else {
            sheet.notTold("webcam.snapshot.auth");
        }
    }
}
