package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import dev.linkscope.ui.timeline.TimeView;
import java.util.List;
import java.util.stream.Stream;

/** How the printer's computer hangs on its network: by radio or by cable. */
final class LinkTab extends FactTab {
    private static final String[] RADIO = {
        "wifi.associated",
        "wifi.signal",
        "wifi.bit_rate",
        "wifi.band",
        "wifi.channel",
        "wifi.access_point",
        "wifi.roams",
        "wifi.retries",
        "wifi.power_save"
    };
    private static final String[] CABLE = {
        "ethernet.carrier",
        "ethernet.speed",
        "ethernet.duplex",
        "ethernet.carrier_changes",
        "link.rx_errors"
    };
    private static final String[] KERNEL = {"kernel.wifi_lost.new", "kernel.wifi_firmware.new"};
    private static final String[] WAY = {"gateway.address", "dns.resolvers"};

    private final FactTable used;
    private final FactTable other;
    private final FactTable way;

    LinkTab(Wording wording, TimeView view, TabServices services, FixOffer fixes) {
        var used = new FactTable(wording, "link-used");
        var other = new FactTable(wording, "link-other");
        var way = new FactTable(wording, "link-way");
        super(
                wording,
                "tab-link",
                List.of(used, other, way),
                new LanePanel(wording, view, services, List.of("wifi.signal", "wifi.bit_rate")),
                new RuleNotes(wording, fixes, Causes::ofLink));
        this.used = used;
        this.other = other;
        this.way = way;
    }

    @Override
    void show(FactLines lines) {
        boolean wired = lines.is("link.kind", "ethernet");
        used.show(
                wired ? "tabs.link.cable" : "tabs.link.radio",
                wired ? lines.all(CABLE) : radio(lines));
        // The way that is not used matters only where it is there.
        other.show(
                wired ? "tabs.link.radio_too" : "tabs.link.cable_too",
                wired ? lines.known(RADIO) : lines.known(CABLE));
        way.show("tabs.link.way", lines.all(WAY));
    }

    private static List<FactLine> radio(FactLines lines) {
        return Stream.concat(lines.all(RADIO).stream(), lines.known(KERNEL).stream()).toList();
    }
}
