package dev.linkscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Alerts.QuietHours;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.WindowPlace;
import dev.linkscope.engine.port.SettingsStore.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page of the settings has every member that is written, with its usual value. */
class SettingsPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Za-z.\\[\\]]+)` \\| (.+) \\| (.+) \\| (.+) \\|");
    private static final PrinterId ID = PrinterId.random();

    /** What the page says is usual, by member. */
    private static Map<String, String> page() throws IOException {
        var rows = new TreeMap<String, String>();
        for (String line : Files.readAllLines(Path.of("src/docs/settings.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(rows.put(row.group(1), row.group(4))).as(row.group(1)).isNull();
            }
        }
        return rows;
    }

    private static Printer printer(Target target) {
        return new Printer(
                ID,
                "Prusa",
                new Labels("Hall", List.of("PLA")),
                target,
                Printer.CLOUD,
                new TargetUrl("http://cam/snapshot"),
                new TargetUrl("http://cam/stream"),
                true,
                Duration.ofSeconds(5),
                false,
                new TargetUrl("http://octopi.local"));
    }

    private static Settings full() {
        return new Settings(
                        List.of(
                                printer(new Target.Ssh("pi.local", 2222, "pi", "/k/id")),
                                printer(new Target.OctoPrint(new TargetUrl("http://octopi")))),
                        "dark",
                        "i")
                .withAlerts(
                        new Alerts(
                                true,
                                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
                                new TargetUrl("https://ntfy.sh"),
                                List.of("tell"),
                                Map.of(ID, new Attention(true, Instant.EPOCH))))
                .withPreferences(
                        Preferences.USUAL.withWindow(
                                new WindowPlace(1, 2, 3, 4, true, "FARM", ID.toString())));
    }

    /** Values by member, such as {@code printers[].name}. */
    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            object.properties()
                    .forEach(entry -> {
                        String name = entry.getKey().equals(ID.toString()) ? "ID" : entry.getKey();
                        collect(path.isEmpty() ? name : path + "." + name, entry.getValue(), into);
                    });
        } else if (node instanceof ArrayNode list && list.get(0) instanceof ObjectNode) {
            list.forEach(entry -> collect(path + "[]", entry, into));
        } else if (!(node instanceof ObjectNode)) {
            into.put(path, node.toString());
        }
    }

    private static Map<String, String> written(Settings settings) {
        var members = new TreeMap<String, String>();
        collect("", SettingsJson.write(settings, SettingsJson.empty()), members);
        return members;
    }

    @Test
    void everyMemberStandsThere() throws IOException {
        assertThat(page().keySet()).isEqualTo(written(full()).keySet());
    }

    @Test
    void usualValuesAreTheProgramsOwn() throws IOException {
        Map<String, String> usual = written(new Settings(List.of(), "system", "i"));
        Map<String, String> said = page();
        long compared =
                usual.keySet().stream()
                        .filter(said::containsKey)
                        .filter(member -> said.get(member).startsWith("`"))
                        .peek(member ->
                                assertThat(said.get(member))
                                        .as(member)
                                        .startsWith("`" + usual.get(member) + "`"))
                        .count();
        assertThat(compared).isGreaterThanOrEqualTo(20);
    }
}
