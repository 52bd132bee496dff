package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import dev.linkscope.ui.timeline.TimeView;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How the printer's computer hangs on its network: by radio or by cable. */
final class LinkTab implements TabBody {
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

    private final Wording wording;
    private final FactTable used;
    private final FactTable other;
    private final FactTable way;
    private final LanePanel lanes;
    private final RuleNotes rules;
    private final TwoColumns node;
    private @Nullable List<Fact> told;

    LinkTab(Wording wording, TimeView view, TabServices services, FixOffer fixes) {
        this.wording = wording;
        used = new FactTable(wording, "link-used");
        other = new FactTable(wording, "link-other");
        way = new FactTable(wording, "link-way");
        lanes = new LanePanel(wording, view, services, List.of("wifi.signal", "wifi.bit_rate"));
        rules = new RuleNotes(wording, fixes, Causes::ofLink);
        node = new TwoColumns(List.of(used, other, way), List.of(lanes, rules));
        node.setId("tab-link");
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
