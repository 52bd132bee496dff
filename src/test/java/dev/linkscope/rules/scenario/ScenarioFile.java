package dev.linkscope.rules.scenario;

import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scenario on disk. {@code src/test/resources/scenarios/README.md} describes the format.
 *
 * @param why what it is about
 * @param printer the made-up printer
 * @param expected what has to be said of it
 */
record ScenarioFile(String why, MadeUpPrinter printer, Expected expected) {
    /** Where they are. */
    static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private static final Set<String> KNOWN =
            Set.of(
                    "why",
                    "probes",
                    "details",
                    "facts",
                    "witness",
                    "past",
                    "plugin",
                    "coincidences",
                    "expect");

    /**
     * What has to be said.
     *
     * @param rule the rule that it is about
     * @param verdict its verdict, in lower case
     * @param confidence its grade; null if any will do
     * @param severity its severity; null if any will do
     * @param place at which place of the supported findings it has to stand, 1 for the top; 0 if
     *     any will do
     * @param not rules that must not be supported
     */
    record Expected(
            String rule,
            String verdict,
            @Nullable String confidence,
            @Nullable String severity,
            int place,
            List<String> not) {}

    /** Every file there is, in order. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScenarioFile read(Path file) {
        JsonNode json =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build()
                        .readTree(file.toFile());
        json.propertyNames()
                .forEach(name -> {
                    if (!KNOWN.contains(name)) {
                        throw new IllegalArgumentException(name + " in " + file);
                    }
                });
        var printer = new MadeUpPrinter();
        json.path("probes")
                .properties()
                .forEach(probe ->
                        printer.probe(
                                probe.getKey(),
                                probe.getValue().asString(),
                                texts(json.path("details").path(probe.getKey()))));
        json.path("facts")
                .properties()
                .forEach(fact -> printer.fact(fact(fact.getKey(), fact.getValue())));
        json.path("witness")
                .properties()
                .forEach(place -> printer.witness(place.getKey(), place.getValue().asString()));
        if (json.has("past")) {
            printer.past(past(json.path("past")));
        }
        if (json.has("plugin")) {
            printer.plugin(plugin(json.path("plugin")));
        }
        json.path("coincidences")
                .forEach(one ->
                        printer.coincidence(
                                new Coincidence(
                                        one.path("pane").asString(),
                                        one.path("factor").asString(),
                                        one.path("with").asInt(),
                                        one.path("outages").asInt(),
                                        one.path("share").asDouble(),
                                        one.path("odds").isNumber()
                                                ? one.path("odds").asDouble()
                                                : null,
                                        one.path("p").asDouble())));
        return new ScenarioFile(
                json.path("why").asString(), printer, expected(json.path("expect")));
    }

    private static Expected expected(JsonNode json) {
        var not = new ArrayList<String>();
        json.path("not").forEach(rule -> not.add(rule.asString()));
        return new Expected(
                json.path("rule").asString(),
                json.path("verdict").asString(),
                json.path("confidence").asStringOpt().orElse(null),
                json.path("severity").asStringOpt().orElse(null),
                json.path("place").asInt(0),
                not);
    }

    /** A text or number is a reading, null is known to be absent, {@code "?REASON"} not checked. */
    private static Fact fact(String key, JsonNode value) {
        if (value.isNull()) {
            return Fact.absent(key);
        }
        String text = value.isString() ? value.asString() : value.toString();
        return text.startsWith("?")
                ? Fact.notChecked(key, text.substring(1))
                : Fact.known(key, text, null);
    }

    private static Map<String, String> texts(JsonNode json) {
        var texts = new LinkedHashMap<String, String>();
        json.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    /** Events as {@code {kind, at, minutes, class, count}}, at minutes after the start. */
    private static PastRecord past(JsonNode json) {
        var events = new ArrayList<PastEvent>();
        for (JsonNode event : json) {
            Instant from =
                    MadeUpPrinter.START.plus(Duration.ofMinutes(event.path("at").asInt(-60)));
            events.add(
                    new PastEvent(
                            PastKind.valueOf(event.path("kind").asString()),
                            from,
                            from.plus(Duration.ofMinutes(event.path("minutes").asInt(0))),
                            event.path("class").asString(""),
                            event.path("count").asInt(1)));
        }
        return new PastRecord(
                "octoprint.log",
                MadeUpPrinter.START.minus(Duration.ofDays(1)),
                MadeUpPrinter.START,
                events);
    }

    private static PluginReport plugin(JsonNode json) {
        return new PluginReport(
                MadeUpPrinter.START,
                counters(json.path("server")),
                counters(json.path("webcam")),
                json.path("connected").isBoolean() ? json.path("connected").asBoolean() : null,
                json.path("linked").asBoolean(true),
                MadeUpPrinter.START.minusSeconds(json.path("queued_s_ago").asInt(20)),
                json.path("old_plugin").asBoolean(false),
                json.path("streams").isBoolean() ? json.path("streams").asBoolean() : null,
                List.copyOf(texts(json.path("alerts")).keySet()));
    }

    private static PluginReport.@Nullable Counters counters(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new PluginReport.Counters(
                        json.path("attempts").asInt(),
                        json.path("errors").asInt(),
                        ago(json.path("first_s_ago")),
                        ago(json.path("last_s_ago")));
    }

    private static @Nullable Instant ago(JsonNode seconds) {
        return seconds.isMissingNode() ? null : MadeUpPrinter.START.minusSeconds(seconds.asInt());
    }
}
