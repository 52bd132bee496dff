package dev.linkscope.demo;

import dev.linkscope.demo.Scenario.Room;
import dev.linkscope.demo.Scenario.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The twenty-four printers of the farm. Most hang on the workshop's router, whose line was lost for
 * 2 min; the office's router kept its own. The printers of the attic share a bad access point.
 */
final class Scenarios {
    /** In the order in which they are listed. */
    static final List<Scenario> ALL =
            all(
                    // Nothing wrong at all.
                    office("healthy", "Ender-01", -52, Set.of()),
                    // Short bursts while the supply is low, radio and camera together.
                    workshop(
                            "under-voltage",
                            "Ender-02",
                            -55,
                            Set.of(Trait.UNDER_VOLTAGE),
                            Illnesses.UNDER_VOLTAGE),
                    // About 8 % of single losses.
                    attic("scattered-loss", "Mini-03", -70, Illnesses.SCATTERED_LOSS),
                    // Camera refused always, server fine.
                    workshop(
                            "wrong-webcam",
                            "MK4-04",
                            null,
                            Set.of(Trait.WRONG_SNAPSHOT),
                            Illnesses.WRONG_SNAPSHOT_ADDRESS),
                    // The Pi restarts while it is watched.
                    workshop("nightly-reboot", "MK4-05", -57, Set.of(Trait.REBOOTS)),
                    // Outages of a minute about every 4 min, the router gone with the server.
                    attic("weak-wifi", "Prusa-07", -81, Illnesses.WEAK_WIFI),
                    // No name resolves; no camera either.
                    workshop(
                            "dns-dead",
                            "Bambu-09",
                            null,
                            Set.of(Trait.NO_CAMERA, Trait.DEAD_RESOLVER),
                            Illnesses.DNS_DEAD),
                    // Short outages every 20 min.
                    office(
                            "power-saving",
                            "Prusa-11",
                            -58,
                            Set.of(Trait.POWER_SAVE),
                            Illnesses.POWER_SAVING),
                    // All probes fine, but Obico's own connection cannot be made.
                    workshop(
                            "websocket-blocked", "Voron-12", null, Set.of(Trait.WEBSOCKET_BLOCKED)),
                    // Not there.
                    workshop("unreachable", "Voron-14", null, Set.of(Trait.UNREACHABLE)),
                    // Camera answers with the same picture.
                    office("frozen-camera", "K1-15", -60, Set.of(Trait.FROZEN_CAMERA)),
                    // Nothing but the outage that it shares with the workshop.
                    workshop("shared-outage", "K1-16", -63, Set.of()));

    private Scenarios() {}

    /** The scenario of that name. */
    static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    /** And six more in the attic, six in the workshop. */
    private static List<Scenario> all(Scenario... first) {
        List<Scenario> all = new ArrayList<>(List.of(first));
        for (int i = 17; i <= 22; i++) {
            all.add(attic("attic-" + i, "Mini-" + i, -66, Illnesses.SCATTERED_LOSS));
        }
        for (int i = 23; i <= 28; i++) {
            all.add(workshop("workshop-" + i, "MK4-" + i, -55, Set.of()));
        }
        return List.copyOf(all);
    }

    private static Scenario workshop(
            String name,
            String printerName,
            @Nullable Integer signalDbm,
            Set<Trait> traits,
            Illness... own) {
        List<Illness> illnesses = new ArrayList<>(List.of(own));
        illnesses.add(Illnesses.LINE_LOST);
        return new Scenario(name, printerName, Room.WORKSHOP, signalDbm, traits, illnesses);
    }

    private static Scenario attic(String name, String printerName, int signalDbm, Illness own) {
        List<Illness> illnesses = List.of(own, Illnesses.LINE_LOST);
        return new Scenario(name, printerName, Room.ATTIC, signalDbm, Set.of(), illnesses);
    }

    private static Scenario office(
            String name, String printerName, int signalDbm, Set<Trait> traits, Illness... own) {
        return new Scenario(name, printerName, Room.OFFICE, signalDbm, traits, List.of(own));
    }
}
