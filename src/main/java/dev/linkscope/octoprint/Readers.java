package dev.linkscope.octoprint;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.engine.port.PrinterApiException;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes readings of what OctoPrint answers; pure. */
interface Readers {
    /** The facts of one part: the same keys for whatever answer, a missing node included. */
    List<Fact> facts(Part part, JsonNode answer);

    /** The cameras in the settings, the one that Obico takes first. */
    List<Camera> cameras(JsonNode settings);

    /** The server in the settings of the Obico plugin; null if not told. */
    @Nullable TargetUrl endpoint(JsonNode settings);

    /** The plugin's own report, read at this time. */
    PluginReport pluginReport(JsonNode answer, Instant now) throws PrinterApiException;

    /**
     * What a log tells.
     *
     * @param name of the file
     * @param zone of the times in it
     */
    PastRecord log(String name, Reader text, ZoneId zone, Instant now) throws IOException;

    /** Parts of a reading, each one request without side effects. */
    enum Part {
        VERSION("/api/version"),
        SERVER("/api/server"),
        SETTINGS("/api/settings"),
        PI_SUPPORT("/api/plugin/pi_support"),
        SYSTEM_INFO("/api/system/info"),
        JOB("/api/job"),
        CONNECTION("/api/connection");

        private final String path;

        Part(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }
}
