package dev.linkscope.octoprint.klipper;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.Calls;
import dev.linkscope.octoprint.log.MoonrakerObicoLog;
import dev.linkscope.octoprint.reading.FactSheet;
import dev.linkscope.octoprint.reading.ReadingFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a Moonraker and what it holds of Obico for Klipper. Nothing of it has side effects. */
public final class MoonrakerReading {
    private static final String CONFIG = "/server/files/config/moonraker-obico.cfg";

    /** Where the log of Obico for Klipper is. */
    static final String LOG = "/server/files/logs/moonraker-obico.log";

    private final Calls calls;
    private final List<List<Fact>> facts = new ArrayList<>();

    private MoonrakerReading(Calls calls) {
        this.calls = calls;
    }

    /**
     * Reads everything.
     *
     * @param zone of the Pi, for its log
     * @param now by the Pi's clock
     * @throws PrinterApiException if what answers is no Moonraker
     */
    public static PrinterApi.Reading read(Calls calls, ZoneId zone, Instant now)
            throws PrinterApiException {
        JsonNode info = calls.get("/server/info");
        if (!MoonrakerFacts.isMoonraker(info)) {
            throw new PrinterApiException(PrinterApiException.Problem.GARBAGE);
        }
        var reading = new MoonrakerReading(calls);
        reading.facts.add(MoonrakerFacts.ofServerInfo(info));
        ObicoConfig config = reading.config();
        List<Camera> cameras = config == null ? List.of() : config.cameras();
        JsonNode list = reading.ask("/server/webcams/list", MoonrakerFacts::ofWebcams);
        JsonNode _ = reading.ask("/machine/proc_stats", MoonrakerFacts::ofProcStats);
        JsonNode _ = reading.ask("/machine/system_info", MoonrakerFacts::ofSystemInfo);
        TargetUrl endpoint = config == null ? null : config.endpoint();
        return new PrinterApi.Reading(
                ReadingFacts.merged(reading.facts),
                cameras.isEmpty() && list != null ? camerasOf(list) : cameras,
                endpoint,
                reading.log(zone, now));
    }

    /** The cameras of {@code GET /server/webcams/list}. */
    static List<Camera> camerasOf(JsonNode answer) {
        var cameras = new ArrayList<Camera>();
        for (JsonNode camera : MoonrakerFacts.result(answer).path("webcams")) {
            cameras.add(
                    new Camera(
                            FactSheet.clean(camera.path("name").asString("")),
                            url(camera.path("snapshot_url")),
                            url(camera.path("stream_url"))));
        }
        return cameras;
    }

    private @Nullable JsonNode ask(String path, Function<JsonNode, List<Fact>> reader)
            throws PrinterApiException {
        try {
            JsonNode answer = calls.get(path);
            facts.add(reader.apply(answer));
            return answer;
        } catch (PrinterApiException e) {
            cancelled(e);
            facts.add(ReadingFacts.unread(reader, reason(e)));
            return null;
        }
    }

    private @Nullable ObicoConfig config() throws PrinterApiException {
        var sheet = new FactSheet();
        ObicoConfig config = null;
        try {
            config = calls.text(CONFIG, ObicoConfig::parse);
            facts.add(config.facts());
            sheet.known("obico.installed", true);
        } catch (PrinterApiException e) {
            cancelled(e);
            if (e.problem() == PrinterApiException.Problem.NOT_THERE) {
                sheet.known("obico.installed", false);
            } else {
                sheet.notChecked("obico.installed", reason(e));
            }
        }
        facts.add(sheet.facts());
        return config;
    }

    private List<PastRecord> log(ZoneId zone, Instant now) throws PrinterApiException {
        try {
            PastRecord past =
                    calls.text(LOG, log -> MoonrakerObicoLog.read(List.of(log), zone, now));
            return List.of(past);
        } catch (PrinterApiException e) {
            cancelled(e);
            return List.of();
        }
    }

    private static void cancelled(PrinterApiException e) throws PrinterApiException {
        if (e.problem() == PrinterApiException.Problem.CANCELLED) {
            throw e;
        }
    }

    private static String reason(PrinterApiException e) {
        return e.problem().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable TargetUrl url(JsonNode text) {
        return text.isString() && !text.stringValue().isBlank()
                ? new TargetUrl(text.stringValue())
                : null;
    }
}
