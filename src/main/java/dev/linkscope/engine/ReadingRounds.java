package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PastLogs;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again and again what the OctoPrints of the farm know, of all printers whose user signed in
 * there: one after the other on one thread, so that nothing of it hurries a Pi.
 */
public final class ReadingRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingRounds.class);

    /** Settings hardly change; whether it prints does, and matters before anything is restarted. */
    private static final Duration PERIOD = Duration.ofMinutes(5);

    /** Each is a login more in the Pi's log. */
    private static final Duration RECALL = Duration.ofHours(6);

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final FarmControl farm;
    private final OctoPrintDesk desk;
    private final PastLogs logs;
    private final InstantSource clock;
    private final Map<PrinterId, Instant> readAt = new HashMap<>();
    private final Map<PrinterId, Instant> recalledAt = new HashMap<>();
    private final Thread thread;

    /** Rounds that have not begun. */
    public ReadingRounds(FarmControl farm, OctoPrintDesk desk, PastLogs logs, InstantSource clock) {
        this.farm = farm;
        this.desk = desk;
        this.logs = logs;
        this.clock = clock;
        this.thread = NamedThreads.platform("octoprint-reading", this::run);
        thread.setDaemon(true);
    }

    /** Begins; the first round reads every printer. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                for (SessionSnapshot snapshot : farm.snapshots()) {
                    readIfDue(snapshot.printer());
                    recallIfDue(snapshot);
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            LOG.debug("no more readings");
        }
    }

    private void readIfDue(Printer printer) {
        Instant now = clock.instant();
        Instant last = readAt.getOrDefault(printer.id(), Instant.EPOCH);
        Optional<TargetUrl> octoPrint = desk.addressOf(printer);
        if (octoPrint.isEmpty()
                || Thread.currentThread().isInterrupted()
                || now.isBefore(last.plus(PERIOD))) {
            return;
        }
        readAt.put(printer.id(), now);
        try {
            farm.learned(printer.id(), desk.read(printer, octoPrint.get()));
        } catch (PrinterApiException e) {
            LOG.debug("{}: OctoPrint could not be read: {}", printer.name(), e.problem());
            String reason = e.problem().name().toLowerCase(Locale.ROOT);
            var nothing =
                    new PrinterApi.Reading(
                            List.of(Fact.notChecked("octoprint.read", reason)),
                            List.of(),
                            null,
                            List.of());
            farm.learned(printer.id(), nothing);
        } catch (RuntimeException e) {
            // The edge of this thread: one printer must not end the rounds of the others.
            LOG.error("{}: reading OctoPrint ended unexpectedly", printer.name(), e);
        }
    }

    /**
     * The logs over SSH, where nobody signed in with OctoPrint: once the way is known to be open.
     */
    private void recallIfDue(SessionSnapshot snapshot) {
        Printer printer = snapshot.printer();
        Instant now = clock.instant();
        if (snapshot.link() != LinkState.MEASURING
                || desk.addressOf(printer).isPresent()
                || Thread.currentThread().isInterrupted()
                || now.isBefore(
                        recalledAt.getOrDefault(printer.id(), Instant.EPOCH).plus(RECALL))) {
            return;
        }
        recalledAt.put(printer.id(), now);
        try {
            List<PastRecord> past = logs.read(printer);
            if (!past.isEmpty()) {
                farm.recalled(printer.id(), past);
            }
        } catch (LinkException e) {
            LOG.debug("{}: its logs could not be read: {}", printer.name(), e.failure().code());
        } catch (RuntimeException e) {
            LOG.error("{}: reading its logs ended unexpectedly", printer.name(), e);
        }
    }

    /** Ends; a reading under way is given up. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
