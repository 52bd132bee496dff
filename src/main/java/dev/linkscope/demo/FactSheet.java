package dev.linkscope.demo;

import dev.linkscope.demo.Scenario.Trait;
import dev.linkscope.domain.fact.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the agent reads about its Pi at a given time. */
final class FactSheet {
    private static final String DEAD_RESOLVER = "192.168.1.53";
    private static final long SIGNAL_STEADY_MILLIS = Duration.ofMinutes(2).toMillis();

    private FactSheet() {}

    /** All facts at that time, always in the same order. */
    static List<Fact> at(SimulatedPi pi, long millis) {
        Scenario scenario = pi.scenario();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.known("pi.model", "Raspberry Pi 4 Model B Rev 1.4", null));
        facts.add(Fact.known("os.name", "Debian GNU/Linux 12 (bookworm)", null));
        facts.add(signal(pi, millis));
        facts.add(powerSave(scenario));
        facts.add(Fact.known("octoprint.version", "1.10.3", null));
        facts.add(Fact.known("obico.version", "2.5.1", null));
        facts.add(Fact.known("link.kind", scenario.wired() ? "ethernet" : "wifi", null));
        facts.add(radio(scenario, "wifi.access_point", scenario.room().accessPoint()));
        facts.add(radio(scenario, "wifi.channel", scenario.room().channel()));
        facts.add(Fact.known("gateway.address", scenario.room().router(), null));
        facts.add(Fact.known("dns.resolvers", resolver(scenario), null));
        facts.add(flag("power.undervoltage.now", pi.ailing(Illnesses.UNDER_VOLTAGE, millis)));
        facts.add(flag("power.undervoltage.since_boot", scenario.has(Trait.UNDER_VOLTAGE)));
        if (scenario.has(Trait.WEBSOCKET_BLOCKED)) {
            facts.add(Fact.known("server.ws", "blocked", null));
        }
        return facts;
    }

    /** Address of the resolver that the Pi asks. */
    static String resolver(Scenario scenario) {
        return scenario.has(Trait.DEAD_RESOLVER) ? DEAD_RESOLVER : scenario.room().router();
    }

    private static Fact signal(SimulatedPi pi, long millis) {
        Integer mean = pi.scenario().signalDbm();
        if (mean == null) {
            return Fact.absent("wifi.signal");
        }
        Dice dice = pi.dice().with("signal").with(Math.floorDiv(millis, SIGNAL_STEADY_MILLIS));
        return Fact.known("wifi.signal", Long.toString(mean + dice.between(-1, 1)), "dBm");
    }

    private static Fact radio(Scenario scenario, String key, String value) {
        return scenario.wired() ? Fact.absent(key) : Fact.known(key, value, null);
    }

    private static Fact powerSave(Scenario scenario) {
        if (scenario.wired()) {
            return Fact.absent("wifi.power_save");
        }
        return Fact.known("wifi.power_save", scenario.has(Trait.POWER_SAVE) ? "on" : "off", null);
    }

    private static Fact flag(String key, boolean set) {
        return Fact.known(key, Boolean.toString(set), null);
    }
}
