package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Everything the window needs, made of fakes that can be looked into. */
public final class FakeServices {
    /** Texts with the fakes' own sentences. */
    public static final Messages MESSAGES =
            Messages.in(Locale.of("en", "US", "UITEST"), ZoneId.of("Europe/Berlin")).in24Hours();

    /** A history of some months. */
    public static final HistorySize HISTORY =
            new HistorySize(
                    124_000_000,
                    2_000_000_000,
                    FakeSnapshots.NOW.minus(Duration.ofDays(14)),
                    FakeSnapshots.NOW.minus(Duration.ofDays(200)));

    /** Words of those texts. */
    public static final Wording WORDING = new Wording(MESSAGES);

    /** A clock that stands at the end of what the snapshots measured. */
    public static final InstantSource CLOCK = InstantSource.fixed(FakeSnapshots.NOW);

    public final FakeFarm farm = new FakeFarm();
    public final SettingsInMemory settings = new SettingsInMemory("light", "test");
    public final FakeReportDesk reports = new FakeReportDesk();

    /** What printers have in common. */
    public FarmServices many = FarmServices.NONE;

    /** Where causes are mended. */
    public FixDesk fixes = FixDesk.NONE;

    /** What is kept of the time that has passed. */
    public PastServices past = PastServices.NONE;

    /** The language of the window. */
    public Messages messages = MESSAGES;

    /** What is wrong with settings and history. */
    public List<Statement> troubles = List.of();

    /** The time now. */
    public InstantSource clock = CLOCK;

    private final Supplier<List<Printer>> demo =
            () ->
                    List.of(
                            FakeSnapshots.printer("Demo one", new Target.Simulated("one")),
                            FakeSnapshots.printer("Demo two", new Target.Simulated("two")));

    /** The services, with links of this kind for the connection test. */
    public Services with(LinkFactory links) {
        return new Services(
                farm,
                FakeWitness::of,
                new ConnectionTest(links, host -> List.of(), OctoPrintDesk.closed(), "test"),
                OctoPrintDesk.closed(),
                reports,
                settings,
                messages,
                clock,
                demo,
                many,
                fixes,
                past,
                _ -> {},
                () -> troubles);
    }

    /** The services, with links that always work. */
    public Services services() {
        return with((printer, questions) -> FakeLink.working());
    }
}
