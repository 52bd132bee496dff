package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import dev.linkscope.ui.timeline.TimeView;
import java.util.List;
import java.util.stream.Stream;

/** Power, heat, load, memory, disk, clock and programs of the printer's computer. */
final class PowerTab extends FactTab {
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

    private final FactTable power;
    private final FactTable load;
    private final FactTable disk;
    private final FactTable programs;

    PowerTab(Wording wording, TimeView view, TabServices services, FixOffer fixes) {
        var power = new FactTable(wording, "power-supply");
        var load = new FactTable(wording, "power-load");
        var disk = new FactTable(wording, "power-disk");
        var programs = new FactTable(wording, "power-programs");
        super(
                wording,
                "tab-power",
                List.of(power, load, disk, programs),
                new LanePanel(
                        wording,
                        view,
                        services,
                        List.of(
                                "power.undervoltage.now",
                                "host.temperature",
                                "host.load.1min",
                                "host.memory.available")),
                new RuleNotes(wording, fixes, Causes::ofHost));
        this.power = power;
        this.load = load;
        this.disk = disk;
        this.programs = programs;
    }

    @Override
    void show(FactLines lines) {
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
