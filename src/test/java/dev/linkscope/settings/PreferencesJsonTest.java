package dev.linkscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.engine.port.Preferences.WindowPlace;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.UpdateChoice;
import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class PreferencesJsonTest {
    private static final InstantSource TIME =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @TempDir Path folder;
    private Path file;
    private JsonSettingsStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("settings.json");
        store = new JsonSettingsStore(file, TIME);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Settings read(String members) throws IOException {
        Files.writeString(
                file,
                """
                {"schemaVersion":1,"instance":"i","theme":"dark","printers":[]%s}
                """
                        .formatted(members));
        return store.load();
    }

    @Test
    void everyChoiceComesBack() {
        var preferences =
                new Preferences(
                        "de",
                        1.5,
                        Motion.REDUCED,
                        Duration.ofMillis(2_500),
                        new Limits(0.031, 0.125),
                        new Retention(Duration.ofDays(30), Duration.ofDays(800), 5_000_000_000L),
                        true,
                        new UpdateChoice(
                                true,
                                Instant.parse("2026-11-20T08:00:00Z"),
                                Instant.parse("2026-11-19T08:00:00.5Z"),
                                "0.3.0-rc.1"),
                        new WindowPlace(-1_920.5, 20, 1_280, 800, true, "PRINTER", "id"));
        var manners =
                new Manners(
                        0.5,
                        false,
                        List.of("8.8.8.8:53", "[2606:4700:4700::1111]:443"),
                        List.of("192.168.1.1", "fd00::53"));
        store.save(store.load().withPreferences(preferences).withManners(manners));
        store.close();
        store = new JsonSettingsStore(file, TIME);
        assertThat(store.load().preferences()).isEqualTo(preferences);
        assertThat(store.load().manners()).isEqualTo(manners);
        assertThat(store.remarks()).isEmpty();
    }

    @Test
    void membersThatThisVersionDoesNotKnowStay() throws IOException {
        Settings read =
                read(
                        """
                        ,"preferences":{"colour":"red","limits":{"panic":0.5},
                          "retention":{"lightYears":3},"window":{"x":1,"y":1,"width":9,"height":9,
                          "screen":2}},"measuring":{"moon":true}
                        """);
        store.save(read.withTheme("light"));
        store.flush();
        assertThat(Files.readString(file))
                .contains("\"red\"", "\"panic\"", "\"lightYears\"", "\"screen\"", "\"moon\"");
        assertThat(store.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"preferences\":{\"language\":7}|preferences.language",
                "\"preferences\":{\"language\":\"../etc\"}|preferences.language",
                "\"preferences\":{\"textSize\":\"big\"}|preferences.textSize",
                "\"preferences\":{\"textSize\":5}|preferences.textSize",
                "\"preferences\":{\"motion\":\"wild\"}|preferences.motion",
                "\"preferences\":{\"cadence\":\"soon\"}|preferences.cadence",
                "\"preferences\":{\"cadence\":\"PT1S\"}|preferences.cadence",
                "\"preferences\":{\"limits\":[]}|preferences.limits",
                "\"preferences\":{\"limits\":{\"watch\":0.5}}|preferences.limits",
                "\"preferences\":{\"limits\":{\"watch\":-1}}|preferences.limits.watch",
                "\"preferences\":{\"retention\":{\"outcomeDays\":0}}"
                        + "|preferences.retention.outcomeDays",
                "\"preferences\":{\"retention\":{\"outcomeDays\":1.5}}"
                        + "|preferences.retention.outcomeDays",
                "\"preferences\":{\"retention\":{\"rollupDays\":2}}|preferences.retention",
                "\"preferences\":{\"retention\":{\"bytes\":1e300}}|preferences.retention.bytes",
                "\"preferences\":{\"staysInTray\":\"yes\"}|preferences.staysInTray",
                "\"preferences\":{\"window\":{\"x\":1e9}}|preferences.window.x",
                "\"preferences\":7|preferences",
                "\"measuring\":{\"serverRequestsPerSecond\":0}|measuring.serverRequestsPerSecond",
                "\"measuring\":{\"references\":[\"1.1.1.1:443\"]}|measuring.references",
                "\"measuring\":{\"references\":[\"a.b:1\",\"9.9.9.9:443\"]}|measuring.references",
                "\"measuring\":{\"resolvers\":[\"router\"]}|measuring.resolvers",
                "\"farm\":{\"columns\":[1]}|farm.columns",
                "\"alerts\":{\"quiet\":{\"from\":\"9\",\"to\":\"10:00\"}}|alerts.quiet",
                "\"alerts\":{\"webhook\":[]}|alerts.webhook",
                "\"alerts\":{\"printers\":{\"x\":{}}}|alerts.printers",
            })
    void oneBadValueIsReplacedByTheUsualOneAndTold(String members, String told) throws IOException {
        Settings read = read("," + members);
        assertThat(read.theme()).isEqualTo("dark");
        assertThat(read.preferences()).isEqualTo(Preferences.USUAL);
        assertThat(read.manners()).isEqualTo(Manners.USUAL);
        assertThat(read.farmLook()).isEqualTo(FarmLook.USUAL);
        assertThat(read.alerts()).isEqualTo(Alerts.USUAL);
        assertThat(store.brokenFileMovedTo()).isNull();
        assertThat(file).exists();
        assertThat(store.remarks()).hasSize(1);
        Statement remark = store.remarks().getFirst();
        assertThat(MESSAGES.render(remark)).startsWith("One value in the settings").contains(told);
        assertThat(MESSAGES.text(remark.key() + ".next", remark.args().toArray()))
                .contains(file.toString());
    }

    @Test
    void whatIsGoodBesideABadValueCounts() throws IOException {
        Settings read =
                read(
                        """
                        ,"theme":"pink","preferences":{"textSize":1.2,"cadence":"never",
                         "limits":{"watch":0.01,"takeAction":"much"}},
                         "alerts":{"desktop":"no","webhook":"https://ntfy.sh"}
                        """);
        assertThat(read.theme()).isEqualTo("system");
        assertThat(read.preferences())
                .isEqualTo(Preferences.USUAL.withTextSize(1.2).withLimits(new Limits(0.01, 0.2)));
        assertThat(read.alerts().webhook()).isEqualTo(new TargetUrl("https://ntfy.sh"));
        assertThat(read.alerts().desktop()).isTrue();
        assertThat(MESSAGES.render(store.remarks().getFirst()))
                .startsWith("4 values in the settings")
                .contains("theme", "preferences.cadence", "limits.takeAction", "alerts.desktop");
    }
}
