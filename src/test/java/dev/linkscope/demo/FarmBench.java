package dev.linkscope.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a thousand simulated printers cost on one thread. */
@Tag("bench")
@Timeout(120)
class FarmBench {
    private static final int PRINTERS = 1_000;

    /** Connecting waits 0.4 s of simulated time; at this speed 0.2 ms. */
    private static final double SPEED = 2_000;

    private final AtomicLong nanos = new AtomicLong();
    private final SimulatedFarm farm =
            new SimulatedFarm(InstantSource.fixed(Visit.START), nanos::get, 1, SPEED);

    @Test
    void thousandPrinters() throws LinkException {
        List<Printer> printers = printers();
        List<AgentChannel> channels = new ArrayList<>();
        long begin = System.nanoTime();
        for (Printer printer : printers) {
            var request = Visit.request(0, Visit.CADENCE, Duration.ofHours(24));
            channels.add(farm.link(printer).open(request, ConnectProgress.NONE));
        }
        var report =
                new BenchReport(
                        "1,000 simulated printers on one thread",
                        "",
                        "frames",
                        "ms",
                        "microseconds each");
        row(report, "open", begin, PRINTERS);
        begin = System.nanoTime();
        long history = drain(channels);
        row(report, "two hours of history", begin, history);
        nanos.addAndGet((long) (Duration.ofMinutes(5).toNanos() / SPEED));
        begin = System.nanoTime();
        long live = drain(channels);
        row(report, "five minutes live", begin, live);
        report.write();

        assertThat(history).isBetween(3_500L * PRINTERS, 3_700L * PRINTERS);
        assertThat(live).isBetween(200L * PRINTERS, 220L * PRINTERS);
    }

    private List<Printer> printers() {
        List<Printer> models =
                farm.printers().stream()
                        .filter(printer -> !printer.name().equals("Voron-14"))
                        .filter(printer -> !printer.name().equals("MK4-05"))
                        .toList();
        List<Printer> printers = new ArrayList<>();
        for (int i = 0; i < PRINTERS; i++) {
            Printer model = models.get(i % models.size());
            PrinterId id = new PrinterId(new UUID(0, i));
            printers.add(
                    new Printer(
                            id,
                            model.name(),
                            model.target(),
                            model.server(),
                            model.snapshot(),
                            model.cadence()));
        }
        return printers;
    }

    private static long drain(List<AgentChannel> channels) throws LinkException {
        long frames = 0;
        for (AgentChannel channel : channels) {
            AgentFrame frame = channel.poll(Duration.ZERO);
            while (frame != null) {
                frames++;
                frame = channel.poll(Duration.ZERO);
            }
        }
        return frames;
    }

    private static void row(BenchReport report, String what, long begin, long count) {
        double millis = (System.nanoTime() - begin) / 1e6;
        report.row(
                what,
                BenchReport.count(count),
                BenchReport.count(millis),
                BenchReport.number(millis * 1_000 / count));
    }
}
