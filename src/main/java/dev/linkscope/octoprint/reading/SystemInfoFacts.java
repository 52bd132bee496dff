package dev.linkscope.octoprint.reading;

import tools.jackson.databind.JsonNode;

/** Facts of OctoPrint's system info: flat keys with dots in them. */
final class SystemInfoFacts {
    private static final double BYTES_IN_MB = 1e6;
    private static final String UNKNOWN = "unknown";

    private SystemInfoFacts() {}

    static void of(JsonNode answer, FactSheet sheet) {
        JsonNode info = answer.path("systeminfo");
        sheet.text("octoprint.version", info.path("octoprint.version"));
        sheet.text("octoprint.python", info.path("env.python.version"));
        lastSafeMode(info.path("octoprint.last_safe_mode.reason"), sheet);
        online(info, sheet);
        sheet.positive("host.cpus", info.path("env.hardware.cores"), 1, null);
        sheet.positive("host.memory.total", info.path("env.hardware.ram"), BYTES_IN_MB, "MB");
        kernel(info.path("env.os.platform"), sheet);
        sheet.text("os.bits", info.path("env.os.bits"));
        PiFacts.ofSystemInfo(info, sheet);
    }

    private static void lastSafeMode(JsonNode reason, FactSheet sheet) {
        if (reason.isString() && reason.stringValue().equals(UNKNOWN)) {
            sheet.absent("octoprint.last_safe_mode");
        } else {
            sheet.text("octoprint.last_safe_mode", reason);
        }
    }

    /** Before OctoPrint 1.11 only the word {@code linux}. */
    private static void kernel(JsonNode platform, FactSheet sheet) {
        if (platform.isString() && platform.stringValue().indexOf('-') < 0) {
            sheet.notTold("os.kernel");
        } else {
            sheet.text("os.kernel", platform);
        }
    }

    /** With the check switched off it says that all is well. */
    private static void online(JsonNode info, FactSheet sheet) {
        JsonNode enabled = info.path("connectivity.enabled");
        for (String[] pair :
                new String[][] {
                    {"octoprint.online", "connectivity.online"},
                    {"octoprint.online.connection", "connectivity.connection_ok"},
                    {"octoprint.online.names", "connectivity.resolution_ok"}
                }) {
            if (enabled.isBoolean() && !enabled.booleanValue()) {
                sheet.notChecked(pair[0], "OctoPrint's check is switched off");
            } else {
                sheet.truth(pair[0], enabled.isBoolean() ? info.path(pair[1]) : enabled);
            }
        }
    }
}
