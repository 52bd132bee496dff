package dev.linkscope.demo;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One simulated printer and what is wrong with it.
 *
 * @param name name of the scenario, the part of the target after {@code simulated:}
 * @param printerName what the printer is called
 * @param room where it stands
 * @param signalDbm mean radio signal in dBm; null for a printer on a cable
 * @param traits what else is particular
 * @param illnesses what makes attempts fail; the first that strikes an attempt decides
 */
record Scenario(
        String name,
        String printerName,
        Room room,
        @Nullable Integer signalDbm,
        Set<Trait> traits,
        List<Illness> illnesses) {
    private static final TargetUrl SNAPSHOT =
            new TargetUrl("http://localhost:8080/?action=snapshot");
    private static final TargetUrl WRONG_SNAPSHOT =
            new TargetUrl("http://localhost:8081/?action=snapshot");

    Scenario {
        traits = Set.copyOf(traits);
        illnesses = List.copyOf(illnesses);
    }

    /** Something particular about a printer that is not a failing attempt. */
    enum Trait {
        /** Has no camera. */
        NO_CAMERA,
        /** OctoPrint's snapshot URL names a port where nothing listens. */
        WRONG_SNAPSHOT,
        /** The camera hands out the same picture for ever. */
        FROZEN_CAMERA,
        /** The radio's power saving is on. */
        POWER_SAVE,
        /** The supply is too weak. */
        UNDER_VOLTAGE,
        /** The configured resolver is not the router but an address where nothing answers. */
        DEAD_RESOLVER,
        /** HTTPS passes, an upgrade to WebSocket does not. */
        WEBSOCKET_BLOCKED,
        /** The Pi restarts once while it is watched. */
        REBOOTS,
        /** The Pi does not answer at all. */
        UNREACHABLE
    }

    /**
     * A room, with what its printers hang on.
     *
     * @param router address of the router
     * @param accessPoint what the agent makes of the access point's address
     * @param channel its radio channel
     */
    record Room(String router, String accessPoint, String channel) {
        /** Has a router of its own. */
        static final Room OFFICE = new Room("192.168.2.1", "5e0c41a9b7d2", "1");

        /** Where most printers stand. */
        static final Room WORKSHOP = new Room("192.168.1.1", "a1f3902c6be8", "6");

        /** Behind the workshop's router, with an access point that stands badly. */
        static final Room ATTIC = new Room("192.168.1.1", "d94b77e10c35", "11");
    }

    /** Whether it is on a cable. */
    boolean wired() {
        return signalDbm == null;
    }

    /** Whether it has this trait. */
    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The printer of this scenario; the same id in every farm. */
    Printer printer() {
        byte[] id = ("linkscope.demo/" + name).getBytes(StandardCharsets.UTF_8);
        return new Printer(
                new PrinterId(UUID.nameUUIDFromBytes(id)),
                printerName,
                new Target.Simulated(name),
                Printer.CLOUD,
                snapshot(),
                Printer.DEFAULT_CADENCE);
    }

    private @Nullable TargetUrl snapshot() {
        if (has(Trait.NO_CAMERA)) {
            return null;
        }
        return has(Trait.WRONG_SNAPSHOT) ? WRONG_SNAPSHOT : SNAPSHOT;
    }
}
