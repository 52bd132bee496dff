package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FakeFarm;
import dev.linkscope.ui.FakeSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of {@code watch}, and what is written into it. */
class EventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");

    private final ByteArrayOutputStream notices = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(notices, true, StandardCharsets.UTF_8),
                    null,
                    Messages.in(Locale.ENGLISH, ZoneOffset.UTC));

    @TempDir private Path folder;

    private EventLog log(Path file) {
        return new EventLog(new LineFile(file), terminal, () -> NOW);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> events(Path file) throws IOException {
        return lines(file).stream().map(line -> line.path("event").stringValue()).toList();
    }

    @Test
    void aFileThatWasRenamedIsBegunAnew() throws IOException {
        Path file = folder.resolve("events.log");
        try (EventLog log = log(file)) {
            log.write("one", _ -> {});
            Files.move(file, folder.resolve("events.log.1"));
            log.write("two", _ -> {});
            Files.delete(file);
            log.write("three", _ -> {});
            log.write("four", _ -> {});
        }
        assertThat(events(folder.resolve("events.log.1"))).containsExactly("one");
        assertThat(events(file)).containsExactly("three", "four");
        assertThat(lines(file).getFirst().path("time").stringValue())
                .isEqualTo("2026-11-22T10:00:00.123Z");
    }

    @Test
    void aLineThatWasCutOffSpoilsNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("events.log"), "{\"time\":\"2026-11");
        try (EventLog log = log(file)) {
            log.write("next", _ -> {});
        }
        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("{\"time\":\"2026-11");
        assertThat(Files.readAllLines(file).getLast()).contains("\"next\"");
    }

    @Test
    void aFullDiskIsSaidOnceAndTheGapIsTold() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path file = folder.resolve("events.log");
        Files.createSymbolicLink(file, full);
        try (EventLog log = log(file)) {
            log.write("one", _ -> {});
            log.write("two", _ -> {});
            Files.delete(file);
            log.write("three", _ -> {});
        }
        assertThat(notices.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("Watching goes on");
        assertThat(events(file)).containsExactly("lines_lost", "three");
        assertThat(lines(file).getFirst().path("lines").intValue()).isEqualTo(2);
    }

    @Test
    void everyChangeOfAnIncidentIsALine() throws IOException {
        Path file = folder.resolve("events.log");
        Printer printer = FakeSnapshots.printer("Küche \"2\"\n");
        try (EventLog log = log(file)) {
            var lines = new IncidentLines(log, _ -> printer.name(), Statement::key);
            Incident open = incident(printer, Severity.WATCH, null, null);
            lines.tell(notice(Notifier.Change.OPENED, open));
            Statement cause = Statement.of("cause.wifi");
            lines.tell(
                    notice(
                            Notifier.Change.WORSE,
                            incident(printer, Severity.CRITICAL, cause, null)));
            lines.tell(
                    notice(
                            Notifier.Change.JOINED,
                            incident(printer, Severity.CRITICAL, cause, null)));
            lines.tell(
                    notice(
                            Notifier.Change.RECOVERED,
                            incident(printer, Severity.CRITICAL, cause, NOW)));
        }
        assertThat(events(file))
                .containsExactly(
                        "incident_opened",
                        "incident_worse",
                        "incident_joined",
                        "incident_recovered");
        JsonNode first = lines(file).getFirst();
        assertThat(first.path("time").stringValue()).isEqualTo("2026-11-22T09:59:00Z");
        assertThat(first.path("text").stringValue()).isEqualTo("Look at it.");
        JsonNode incident = first.path("incident");
        assertThat(incident.propertyNames())
                .containsExactly(
                        "id", "kind", "printers", "began", "ended", "severity", "title", "cause");
        assertThat(incident.path("kind").stringValue()).isEqualTo("server");
        assertThat(incident.path("severity").stringValue()).isEqualTo("watch");
        assertThat(incident.path("ended").isNull()).isTrue();
        assertThat(incident.path("cause").isNull()).isTrue();
        JsonNode member = incident.path("printers").get(0);
        assertThat(member.path("name").stringValue()).isEqualTo("Küche \"2\"\n");
        assertThat(member.path("id").stringValue()).isEqualTo(printer.id().toString());
        JsonNode last = lines(file).getLast().path("incident");
        assertThat(last.path("ended").stringValue()).isEqualTo(NOW.toString());
        assertThat(last.path("cause").stringValue()).isEqualTo("cause.wifi");
    }

    private static Notifier.Notice notice(Notifier.Change change, Incident incident) {
        return new Notifier.Notice(
                Instant.parse("2026-11-22T09:59:00Z"),
                change,
                incident,
                "It fails.",
                "Look at it.");
    }

    private static Incident incident(
            Printer printer, Severity severity, Statement cause, Instant ended) {
        return new Incident(
                "i-1",
                Incident.Kind.SERVER,
                List.of(printer.id()),
                NOW.minusSeconds(120),
                ended,
                severity,
                Statement.of("title"),
                cause,
                null);
    }

    @Test
    void eachWayToFailIsToldOnceUntilThePrinterIsBack() throws IOException {
        Path file = folder.resolve("events.log");
        var farm = new FakeFarm();
        Printer printer = FakeSnapshots.printer("Voron-08");
        try (EventLog log = log(file);
                var links = new LinkLines(farm, log, terminal)) {
            farm.put(FakeSnapshots.connecting(printer));
            links.look();
            farm.put(FakeSnapshots.waiting(printer, NOW));
            links.look();
            farm.put(FakeSnapshots.waiting(printer, NOW));
            links.look();
            farm.put(FakeSnapshots.healthy("Voron-08", 1));
            links.look();
            farm.put(FakeSnapshots.waiting(printer, NOW));
            links.look();
            farm.put(FakeSnapshots.failed(printer));
            links.look();
            farm.put(FakeSnapshots.healthy("Voron-08", 1));
            links.look();
        }
        assertThat(events(file))
                .containsExactly(
                        "printer_failed",
                        "printer_connected",
                        "printer_lost",
                        "printer_failed",
                        "printer_connected");
        JsonNode needsSomebody = lines(file).get(3);
        Failure refused = Failure.of(FailureCode.LOGIN_REFUSED, "Voron-08", "pi");
        assertThat(needsSomebody.path("triedAgain").booleanValue()).isFalse();
        assertThat(needsSomebody.path("error").path("code").stringValue())
                .isEqualTo("login_refused");
        assertThat(needsSomebody.path("error").path("nextStep").stringValue())
                .isEqualTo(terminal.messages().render(refused.nextStep()));
        assertThat(notices.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Voron-08: ");
    }
}
