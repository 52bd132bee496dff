package dev.linkscope.octoprint.reading;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What OctoPrint's answers tell, as facts by the keys of {@code src/docs/facts.md}. Each method
 * gives the same keys for whatever answer. No token, key, password or address with its path is in
 * any of them.
 */
public final class ReadingFacts {
    private ReadingFacts() {}

    /** Of {@code GET /api/version}. */
    public static List<Fact> ofVersion(JsonNode answer) {
        return read(answer, (node, sheet) -> sheet.text("octoprint.version", node.path("server")));
    }

    /** Of {@code GET /api/server}. Safe mode is absent when OctoPrint started normally. */
    public static List<Fact> ofServer(JsonNode answer) {
        return read(
                answer,
                (node, sheet) -> {
                    sheet.text("octoprint.version", node.path("version"));
                    JsonNode mode = node.path("safemode");
                    if (mode.isBoolean() && !mode.booleanValue()) {
                        sheet.absent("octoprint.safe_mode");
                    } else {
                        sheet.text("octoprint.safe_mode", mode);
                    }
                });
    }

    /** Of {@code GET /api/settings}. */
    public static List<Fact> ofSettings(JsonNode answer) {
        return read(
                answer,
                (node, sheet) -> {
                    JsonNode check = node.path("server").path("onlineCheck");
                    sheet.truth("octoprint.online_check", check.path("enabled"));
                    sheet.text("octoprint.online_check.host", check.path("host"));
                    ObicoSettings.of(node, sheet);
                    CameraFacts.of(node, sheet);
                });
    }

    /** Of {@code GET /api/plugin/pi_support}. */
    public static List<Fact> ofPiSupport(JsonNode answer) {
        return read(answer, PiFacts::ofPlugin);
    }

    /** Of {@code GET /api/system/info}. */
    public static List<Fact> ofSystemInfo(JsonNode answer) {
        return read(answer, SystemInfoFacts::of);
    }

    /** Of {@code GET /api/job}. */
    public static List<Fact> ofJob(JsonNode answer) {
        return read(answer, (node, sheet) -> StateFacts.of(node.path("state"), sheet));
    }

    /** Of {@code GET /api/connection}. */
    public static List<Fact> ofConnection(JsonNode answer) {
        return read(
                answer, (node, sheet) -> StateFacts.of(node.path("current").path("state"), sheet));
    }

    /**
     * The facts of an answer that did not come.
     *
     * @param of one of the methods above
     * @param reason why it did not come
     */
    public static List<Fact> unread(Function<JsonNode, List<Fact>> of, String reason) {
        return of.apply(MissingNode.getInstance()).stream()
                .map(fact -> Fact.notChecked(fact.key(), reason))
                .toList();
    }

    /** Of several facts with one key the one that tells most: known, then absent. */
    public static List<Fact> merged(Collection<List<Fact>> lists) {
        Map<String, Fact> best = new LinkedHashMap<>();
        for (List<Fact> list : lists) {
            list.forEach(fact -> best.merge(fact.key(), fact, ReadingFacts::better));
        }
        return List.copyOf(best.values());
    }

    /** The cameras, the one that Obico takes first. */
    public static List<PrinterApi.Camera> cameras(JsonNode settings) {
        return CameraSettings.of(settings).chosenFirst().stream()
                .map(entry ->
                        new PrinterApi.Camera(
                                entry.shown(), url(entry.snapshot()), url(entry.stream())))
                .toList();
    }

    /** The server in the Obico plugin's settings; null if there is none that can be asked. */
    public static @Nullable TargetUrl endpoint(JsonNode settings) {
        return ObicoSettings.endpoint(settings).orElse(null);
    }

    private static List<Fact> read(JsonNode answer, BiConsumer<JsonNode, FactSheet> reader) {
        var sheet = new FactSheet();
        reader.accept(answer, sheet);
        return sheet.facts();
    }

    private static Fact better(Fact one, Fact other) {
        return rank(other.status()) > rank(one.status()) ? other : one;
    }

    private static int rank(FactStatus status) {
        return switch (status) {
            case KNOWN -> 2;
            case ABSENT -> 1;
            case NOT_CHECKED -> 0;
        };
    }

    private static @Nullable TargetUrl url(String text) {
        return text.isEmpty() ? null : new TargetUrl(text);
    }
}
