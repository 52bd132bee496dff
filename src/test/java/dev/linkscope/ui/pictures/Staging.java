package dev.linkscope.ui.pictures;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.inventory.PrinterLists;
import dev.linkscope.plans.PlanBook;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeDiscovery;
import dev.linkscope.ui.FakeFixDesk;
import dev.linkscope.ui.FakeLink;
import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.notices.FakeIncidents;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What stands behind the window of a scene: fixed data, a fixed clock, a fixed zone. */
public final class Staging {
    private static final PlanBook BOOK = new PlanBook();

    /** The fake plans, and the real ones with their drawings. */
    private static final FixPlans PLANS =
            new FixPlans() {
                @Override
                public List<Plan> all() {
                    return Stream.concat(FakePlans.ALL.all().stream(), BOOK.all().stream())
                            .toList();
                }

                @Override
                public Optional<Drawing> drawing(String name) {
                    return BOOK.drawing(name);
                }
            };

    public final FakeServices fakes = new FakeServices();
    public final FakeDiscovery discovery = new FakeDiscovery();
    public final MemoryBook book = new MemoryBook();
    public final FakeFixDesk desk = new FakeFixDesk(PLANS, this::name);

    /** How links go. */
    public LinkFactory links = (printer, questions) -> FakeLink.working();

    /** What two spans have in common. */
    public Comparisons comparisons = Comparisons.NONE;

    private Supplier<FarmView> view = () -> FarmView.NONE;
    private Incidents incidents = Incidents.NONE;

    /** Nobody is there yet. */
    public Staging() {
        book.size = FakeServices.HISTORY;
        fakes.fixes = desk;
    }

    private String name(PrinterId id) {
        return fakes.farm.snapshot(id).map(one -> one.printer().name()).orElse("?");
    }

    /** With these printers. */
    public Staging with(SessionSnapshot... printers) {
        Stream.of(printers).forEach(fakes.farm::put);
        return this;
    }

    /** With twelve printers of different illnesses. */
    public Staging twelve() {
        FakeSnapshots.farm().forEach(fakes.farm::put);
        return this;
    }

    /** With many printers of which a few are sick. */
    public Staging many(int printers) {
        var farm = new FakeBigFarm(printers);
        farm.printers().forEach(fakes.farm::put);
        view = farm::view;
        return this;
    }

    /** With cards instead of a table. */
    public Staging cards() {
        fakes.settings.save(fakes.settings.load().withFarmLook(new FarmLook(true, List.of())));
        return this;
    }

    /** With something that went wrong. */
    public Staging incidents() {
        incidents = FakeIncidents.some();
        return this;
    }

    /** With a printer whose cause can be mended. */
    public Staging sick() {
        return with(FixWindow.sick(FixWindow.PRUSA, FakePlans.WIFI));
    }

    /** With notes of the user. */
    public Staging notes() {
        book.keep(note("a", 26, "Moved the printer to the garage."));
        book.keep(note("b", 1, "New router in the cellar, behind the washing machine."));
        return this;
    }

    private static UserNote note(String id, int hours, String text) {
        return new UserNote(
                id,
                id.equals("a") ? null : FixWindow.PRUSA.id(),
                FakeSnapshots.NOW.minus(Duration.ofHours(hours)),
                FakeSnapshots.NOW,
                text);
    }

    /** Begins a plan and turns to one of its steps; tells the way. */
    public String begin(String plan, String step) {
        Plan begun = PLANS.plan(plan).orElseThrow();
        String group = desk.begin(begun, FakePlans.WIFI, List.of(FixWindow.PRUSA.id()));
        desk.turnTo(group, step);
        return group;
    }

    /** All of it, for the window. */
    public Services services() {
        fakes.past =
                new PastServices(
                        book,
                        comparisons,
                        Timelines.NONE,
                        file -> {
                            throw new IOException(file.toString());
                        });
        fakes.many =
                new FarmServices(
                        view, incidents, discovery, new PrinterLists(), NoticeChannels.NONE);
        return fakes.with(links);
    }
}
