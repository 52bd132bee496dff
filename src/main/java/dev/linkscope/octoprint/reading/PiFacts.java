package dev.linkscope.octoprint.reading;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Facts of the board: from the plugin pi_support itself, and from its part of the system info. */
final class PiFacts {
    private static final String PREFIX = "env.plugins.pi_support.";

    private PiFacts() {}

    static void ofPlugin(JsonNode answer, FactSheet sheet) {
        sheet.text("pi.model", answer.path("model"));
        sheet.truth("pi.model.unrecommended", answer.path("model_unrecommended"));
        sheet.text("octopi.version", answer.path("octopi_version"));
        sheet.text("octopi.build", answer.path("octopiuptodate_build"));
        sheet.text("octopi.camera_stack", answer.path("octopi_camera_stack"));
        sheet.truth("pi.default_password", answer.path("default_password"));
        JsonNode raw = answer.path("throttle_state").path("raw_value");
        Long bits = raw.isIntegralNumber() && raw.canConvertToLong() ? raw.longValue() : null;
        power(bits, functional(answer, ""), sheet);
    }

    static void ofSystemInfo(JsonNode info, FactSheet sheet) {
        sheet.text("pi.model", info.path(PREFIX + "model"));
        sheet.text("octopi.version", info.path(PREFIX + "octopi_version"));
        sheet.text("octopi.build", info.path(PREFIX + "octopiuptodate_build"));
        sheet.text("octopi.camera_stack", info.path(PREFIX + "octopi_camera_stack"));
        JsonNode hex = info.path(PREFIX + "throttle_state");
        Long bits = hex.isString() ? PowerFacts.bits(hex.stringValue()) : null;
        power(bits, functional(info, PREFIX), sheet);
    }

    /** Where vcgencmd does not work, every flag reads false and proves nothing. */
    private static String functional(JsonNode answer, String prefix) {
        for (String name : new String[] {"throttle_check_enabled", "throttle_enabled"}) {
            if (answer.path(prefix + name).isBoolean()
                    && !answer.path(prefix + name).booleanValue()) {
                return "switched off in OctoPrint";
            }
        }
        for (String name : new String[] {"throttle_check_functional", "throttle_functional"}) {
            if (answer.path(prefix + name).isBoolean()
                    && !answer.path(prefix + name).booleanValue()) {
                return "vcgencmd does not work for OctoPrint";
            }
        }
        return "";
    }

    private static void power(@Nullable Long bits, String broken, FactSheet sheet) {
        PowerFacts.of(
                broken.isEmpty() ? bits : null,
                broken.isEmpty() ? "not in the answer" : broken,
                sheet);
    }
}
