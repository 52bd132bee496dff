package dev.linkscope.octoprint;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.log.OctoPrintLog;
import dev.linkscope.octoprint.reading.PluginStatus;
import dev.linkscope.octoprint.reading.ReadingFacts;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The readers of what OctoPrint and Obico answer. */
final class OctoPrintReaders implements Readers {
    @Override
    public List<Fact> facts(Part part, JsonNode answer) {
        return switch (part) {
            case VERSION -> ReadingFacts.ofVersion(answer);
            case SERVER -> ReadingFacts.ofServer(answer);
            case SETTINGS -> ReadingFacts.ofSettings(answer);
            case PI_SUPPORT -> ReadingFacts.ofPiSupport(answer);
            case SYSTEM_INFO -> ReadingFacts.ofSystemInfo(answer);
            case JOB -> ReadingFacts.ofJob(answer);
            case CONNECTION -> ReadingFacts.ofConnection(answer);
        };
    }

    @Override
    public List<Camera> cameras(JsonNode settings) {
        return ReadingFacts.cameras(settings);
    }

    @Override
    public @Nullable TargetUrl endpoint(JsonNode settings) {
        return ReadingFacts.endpoint(settings);
    }

    @Override
    public PluginReport pluginReport(JsonNode answer, Instant now) throws PrinterApiException {
        return PluginStatus.parse(answer, now);
    }

    @Override
    public PastRecord log(String name, Reader text, ZoneId zone, Instant now) throws IOException {
        return OctoPrintLog.read(text, zone, now);
    }
}
