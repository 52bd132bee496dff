package dev.linkscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Alerts.QuietHours;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class JsonSettingsStoreTest {
    private static final InstantSource TIME =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir Path folder;
    private Path file;
    private JsonSettingsStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("home").resolve("settings.json");
        store = new JsonSettingsStore(file, TIME);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private JsonSettingsStore reopened() {
        store.close();
        store = new JsonSettingsStore(file, TIME);
        return store;
    }

    private static Printer printer(Target target, String server, String snapshot) {
        return new Printer(
                PrinterId.random(),
                "Prüsa „links“",
                target,
                new TargetUrl(server),
                snapshot == null ? null : new TargetUrl(snapshot),
                Duration.ofMillis(2_500));
    }

    @Test
    void theFirstStartHasDefaultsAndAnInstanceThatStays() {
        Settings first = store.load();
        assertThat(first.printers()).isEmpty();
        assertThat(first.theme()).isEqualTo("system");
        assertThat(first.instance()).isNotBlank();

        assertThat(reopened().load()).isEqualTo(first);
        assertThat(store.brokenFileMovedTo()).isNull();
        assertThat(store.problem()).isNull();
    }

    @Test
    void everyFieldComesBack() {
        Settings settings =
                store.load()
                        .withTheme("dark")
                        .withPrinters(
                                List.of(
                                        printer(
                                                new Target.Ssh("pi.local", 2222, "pi", "/k/id"),
                                                "https://app.obico.io",
                                                "http://localhost:8080/?action=snapshot"),
                                        printer(
                                                new Target.Ssh("fe80::1", null, null, null),
                                                "http://obico.lan:3334",
                                                null),
                                        printer(new Target.Local(), "https://app.obico.io", null)));
        store.save(settings);

        assertThat(store.load()).isEqualTo(settings);
        assertThat(reopened().load()).isEqualTo(settings);
    }

    @Test
    void whatThePrinterMayDoAndHowServersAreTreatedComesBack() throws IOException {
        Printer printer =
                printer(new Target.Local(), "https://app.obico.io", null)
                        .withStream(new TargetUrl("http://u:secret@cam/stream"), true)
                        .withMeasureWhileAway(false)
                        .withLabels(new Labels("Hall 2", List.of("PLA", "night")));
        Alerts alerts =
                new Alerts(
                        false,
                        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
                        new TargetUrl("https://u:canary@ntfy.sh/canary?auth=canary"),
                        List.of("notify", "--to", "me"),
                        Map.of(
                                printer.id(),
                                new Attention(true, Instant.parse("2026-03-01T00:00:00Z"))));
        Settings before = store.load();
        store.save(
                new Settings(
                        List.of(printer),
                        "dark",
                        before.instance(),
                        new Manners(0.5, false),
                        alerts,
                        new FarmLook(true, List.of("name", "wifi")),
                        Preferences.USUAL));

        Settings after = reopened().load();
        assertThat(after.manners()).isEqualTo(new Manners(0.5, false));
        assertThat(after.alerts())
                .isEqualTo(
                        new Alerts(
                                alerts.desktop(),
                                alerts.quiet(),
                                new TargetUrl("https://ntfy.sh"),
                                alerts.command(),
                                alerts.attention()));
        assertThat(Files.readString(file)).doesNotContain("canary");
        assertThat(after.farmLook()).isEqualTo(new FarmLook(true, List.of("name", "wifi")));
        assertThat(after.printers()).containsExactly(printer.withoutCredentials());
        assertThat(after.printers().getFirst().stream())
                .isEqualTo(new TargetUrl("http://cam/stream"));
    }

    @Test
    void aFileOfAnOlderVersionHasTheUsualChoices() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"schemaVersion":1,"instance":"i","theme":"light","printers":[
                {"id":"00000000-0000-0000-0000-000000000001","name":"p","target":{"type":"local"},
                "server":"https://app.obico.io","snapshot":null,"cadence":"PT10S"}]}
                """);
        Settings settings = store.load();
        assertThat(settings.manners()).isEqualTo(Manners.USUAL);
        assertThat(settings.printers().getFirst().measureWhileAway()).isTrue();
        assertThat(settings.printers().getFirst().stream()).isNull();
    }

    @Test
    void simulatedPrintersAreNotSaved() {
        Printer real = printer(new Target.Local(), "https://app.obico.io", null);
        Printer made = printer(new Target.Simulated("weak_wifi"), "https://app.obico.io", null);
        store.save(store.load().withPrinters(List.of(made, real, made)));

        assertThat(reopened().load().printers()).containsExactly(real);
    }

    @Test
    void noPasswordReachesTheDisk() throws IOException {
        store.save(
                store.load()
                        .withPrinters(
                                List.of(
                                        printer(
                                                new Target.Local(),
                                                "https://canary1:canary2@obico.lan/path",
                                                "http://canary3:can/ary4@cam/s?pwd=canary5&x=1"))));
        Settings loaded = reopened().load();

        assertThat(loaded.printers().getFirst().server().value())
                .isEqualTo("https://obico.lan/path");
        try (var files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(path)).doesNotContain("canary", "ary4");
            }
        }
    }

    @Test
    void changesAreWrittenByThemselvesAndTogether() throws IOException {
        Settings settings = store.load();
        for (String theme : List.of("dark", "light", "dark", "light")) {
            store.save(settings.withTheme(theme));
        }
        assertThat(file).doesNotExist();

        await().until(() -> Files.exists(file));
        assertThat(Files.readString(file)).contains("\"light\"");
    }

    @Test
    void theFileIsPrivateAndNothingIsLeftBeside() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "this file system has no POSIX permissions");
        store.save(store.load().withTheme("dark"));
        store.flush();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent().toFile().list()).containsExactly("settings.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"schemaVersion\":1,\"printers\":[",
                "hunter2",
                "[]",
                "{}",
                "{\"schemaVersion\":0,\"printers\":[],\"theme\":\"dark\",\"instance\":\"x\"}",
                "{\"schemaVersion\":1,\"theme\":\"dark\",\"instance\":\"x\"}",
                "{\"schemaVersion\":1,\"printers\":[7],\"theme\":\"dark\",\"instance\":\"x\"}",
                "{\"schemaVersion\":1,\"printers\":[{\"id\":\"no\",\"name\":\"n\",\"cadence\":\"PT1S\","
                        + "\"server\":\"http://o\",\"target\":{\"type\":\"local\"}}],"
                        + "\"theme\":\"dark\",\"instance\":\"x\"}",
            })
    void aBrokenFileIsKeptUnderAnotherName(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThat(store.load().printers()).isEmpty();
        Path moved = file.resolveSibling("settings.broken-20260301T120000Z.json");
        assertThat(store.brokenFileMovedTo()).isEqualTo(moved.toString());
        assertThat(Files.readString(moved)).isEqualTo(content);
        assertThat(reopened().load().theme()).isEqualTo("system");
        assertThat(store.brokenFileMovedTo()).isNull();
    }

    @Test
    void aNewerFileIsLeftAsItIs() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"schemaVersion\":2,\"printers\":{}}");
        Messages messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(store::load)
                .satisfies(e -> {
                    assertThat(messages.render(e.problem())).contains("newer");
                    assertThat(messages.render(e.nextStep())).contains("Install");
                });
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> store.save(new Settings(List.of(), "dark", "x")));
        store.close();
        assertThat(file).content().isEqualTo("{\"schemaVersion\":2,\"printers\":{}}");
    }

    @Test
    void membersOfOtherVersionsAreKept() throws IOException {
        Files.createDirectories(file.getParent());
        String id = PrinterId.random().toString();
        Files.writeString(
                file,
                """
                {"schemaVersion":1,"instance":"x","theme":"dark","window":{"width":900},
                 "printers":[{"id":"%s","name":"n","target":{"type":"local"},"colour":"red",
                   "server":"https://app.obico.io","cadence":"PT10S"}]}
                """
                        .formatted(id));
        store.save(store.load().withTheme("light"));
        store.flush();

        assertThat(Files.readString(file)).contains("\"width\" : 900", "\"red\"", "\"light\"");
        assertThat(reopened().load().printers()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file in the way");
        try (var other = new JsonSettingsStore(blocked.resolve("settings.json"), TIME)) {
            other.save(other.load().withTheme("dark"));
            other.flush();

            assertThat(other.problem()).isNotNull();
            assertThat(other.load().theme()).isEqualTo("dark");

            Files.delete(blocked);
            other.flush();
            assertThat(other.problem()).isNull();
            assertThat(blocked.resolve("settings.json")).exists();
        }
    }

    @Test
    void manyMaySaveAtOnce() throws Exception {
        Settings settings = store.load();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            String theme = i % 2 == 0 ? "dark" : "light";
            threads.add(
                    NamedThreads.virtual(
                            "saves",
                            () -> {
                                for (int n = 0; n < 20; n++) {
                                    store.save(settings.withTheme(theme));
                                    store.flush();
                                }
                            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Settings last = store.load();

        assertThat(reopened().load()).isEqualTo(last);
        assertThat(store.brokenFileMovedTo()).isNull();
    }
}
