package dev.linkscope.engine.fix;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.AgentLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A printer with an agent of its own, and a server of its own that fails now and then. */
final class FailingPrinter implements AutoCloseable {
    private static final Duration CADENCE = Duration.ofMillis(250);
    private static final int REQUESTS = 4_000;

    private final FaultServer server = new FaultServer();
    private final LocalFarm local;
    private final Printer printer;
    private final boolean curable;
    private volatile boolean mended;

    /**
     * One whose server fails.
     *
     * @param curable whether mending it helps
     */
    FailingPrinter(String name, boolean curable) {
        this.curable = curable;
        local =
                new LocalFarm(
                        OwnAgent.newName() + name,
                        1,
                        server.url("http", ""),
                        server.url("camera", "/snapshot"),
                        CADENCE);
        printer = local.printers().getFirst().withId(PrinterId.random()).withName(name);
        fail();
    }

    Printer printer() {
        return printer;
    }

    AgentLink link() {
        return local.link(printer);
    }

    boolean mended() {
        return mended;
    }

    /** Every third to sixth request fails from now on. */
    void fail() {
        mended = false;
        var random = new Random(5);
        List<Integer> failing = new ArrayList<>();
        for (int n = 3; n < REQUESTS; n += 3 + random.nextInt(4)) {
            failing.add(n);
        }
        server.set("server", "reset", failing);
    }

    /** What should help is done. */
    void mend() {
        mended = true;
        if (curable) {
            server.set("server", "ok");
        }
    }

    /** How many requests have failed so far. */
    long failures() {
        return server.requests("server").stream()
                .filter(request -> request.path("fault").stringValue("").equals("reset"))
                .count();
    }

    @Override
    public void close() {
        local.end();
        server.close();
    }
}
