package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import dev.linkscope.ui.timeline.TimeView;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Power, heat, load, memory, disk, clock and programs of the printer's computer. */
final class PowerTab implements TabBody {
    private static final String[] POWER = {
        "power.undervoltage.now",
        "power.undervoltage.since_boot",
        "power.throttled.now",
        "power.throttled.since_boot"
    };
    private static final String[] LOAD = {
        "host.temperature", "host.load.5min", "host.memory.available"
    };
    private static final String[] MORE_LOAD = {"host.swap.used", "host.uptime"};
    private static final String[] DISK = {"disk.root.free", "clock.synchronised"};
    private static final String[] MORE_DISK = {"clock.offset", "kernel.storage.count"};
    private static final String[] PROGRAMS = {
        "service.octoprint",
        "octoprint.listening",
        "service.haproxy",
        "web.listening",
        "service.webcamd",
        "service.camera_streamer",
        "service.crowsnest",
        "service.moonraker",
        "service.moonraker_obico",
        "service.klipper"
    };

    private final Wording wording;
    private final FactTable power;
    private final FactTable load;
    private final FactTable disk;
    private final FactTable programs;
    private final LanePanel lanes;
    private final RuleNotes rules;
    private final TwoColumns node;
    private @Nullable List<Fact> told;

    PowerTab(Wording wording, TimeView view, TabServices services, FixOffer fixes) {
        this.wording = wording;
        power = new FactTable(wording, "power-supply");
        load = new FactTable(wording, "power-load");
        disk = new FactTable(wording, "power-disk");
        programs = new FactTable(wording, "power-programs");
        lanes =
                new LanePanel(
                        wording,
                        view,
                        services,
                        List.of(
                                "power.undervoltage.now",
                                "host.temperature",
                                "host.load.1min",
                                "host.memory.available"));
        rules = new RuleNotes(wording, fixes, Causes::ofHost);
        node = new TwoColumns(List.of(power, load, disk, programs), List.of(lanes, rules));
        node.setId("tab-power");
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(TabInput input) {
        lanes.show(input);
        rules.show(input.snapshot().findings());
        List<Fact> facts = input.snapshot().facts();
        if (!facts.equals(told)) {
            told = facts;
            show(new FactLines(facts, input.recorded(), wording));
        }
    }

    private void show(FactLines lines) {
        power.show("tabs.power.supply", lines.all(POWER));
        load.show("tabs.power.load", with(lines, LOAD, MORE_LOAD));
        disk.show("tabs.power.disk", with(lines, DISK, MORE_DISK));
        List<FactLine> running = lines.known(PROGRAMS);
        programs.show(
                "tabs.power.programs",
                running.isEmpty() ? lines.all("service.octoprint") : running);
    }

    private static List<FactLine> with(FactLines lines, String[] always, String[] known) {
        return Stream.concat(lines.all(always).stream(), lines.known(known).stream()).toList();
    }
}
