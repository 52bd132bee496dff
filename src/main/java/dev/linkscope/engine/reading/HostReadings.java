package dev.linkscope.engine.reading;

import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.ReadingLimits;
import java.util.Optional;
import java.util.OptionalDouble;

/** Readings of power, heat, load, memory, disk, clock and programs. */
final class HostReadings {
    private final FactSheet facts;

    HostReadings(FactSheet facts) {
        this.facts = facts;
    }

    Optional<Meaning> of(String key) {
        return switch (key) {
            case "power.undervoltage.now" -> flag(key, "reading.undervoltage.now", true);
            case "power.undervoltage.since_boot" -> flag(key, "reading.undervoltage.boot", false);
            case "power.throttled.now", "power.frequency_capped.now" ->
                    flag(key, "reading.slowed.now", true);
            case "power.throttled.since_boot", "power.frequency_capped.since_boot" ->
                    flag(key, "reading.slowed.boot", false);
            case "host.temperature" -> heat();
            case "host.load.1min", "host.load.5min" -> load(key);
            case "host.memory.available" -> memory();
            case "disk.root.free" -> disk();
            case "clock.synchronised" -> clock();
            case "clock.offset" -> offset();
            case "kernel.storage.count" -> kernel(key, "reading.storage");
            case "kernel.memory.count" -> kernel(key, "reading.killed");
            case "octoprint.listening", "web.listening" -> listening(key);
            default -> key.startsWith("service.") ? service(key) : Optional.empty();
        };
    }

    private Optional<Meaning> flag(String key, String text, boolean now) {
        if (facts.no(key)) {
            return Optional.of(Meaning.good(text + ".no"));
        }
        if (!facts.yes(key)) {
            return Optional.empty();
        }
        return Optional.of(now ? Meaning.bad(text + ".yes") : Meaning.watch(text + ".yes"));
    }

    private Optional<Meaning> heat() {
        OptionalDouble heat = facts.number("host.temperature");
        if (heat.isEmpty()) {
            return Optional.empty();
        }
        double value = heat.getAsDouble();
        double slowed = ReadingLimits.SLOWED.value();
        if (value >= ReadingLimits.HARD.value()) {
            return Optional.of(Meaning.bad("reading.heat.hard", ReadingLimits.HARD.value()));
        }
        return Optional.of(
                value >= slowed
                        ? Meaning.watch("reading.heat.slowed", slowed)
                        : Meaning.good("reading.heat.cool", slowed));
    }

    private Optional<Meaning> load(String key) {
        OptionalDouble load = facts.number(key);
        OptionalDouble cores = facts.number("host.cpus");
        if (load.isEmpty() || cores.isEmpty() || cores.getAsDouble() < 1) {
            return Optional.empty();
        }
        double each = load.getAsDouble() / cores.getAsDouble();
        long count = Math.round(cores.getAsDouble());
        if (each >= ReadingLimits.CROWDED.value()) {
            return Optional.of(Meaning.bad("reading.load.crowded", count));
        }
        return Optional.of(
                each > ReadingLimits.BUSY.value()
                        ? Meaning.watch("reading.load.busy", count)
                        : Meaning.good("reading.load.low", count));
    }

    private Optional<Meaning> memory() {
        OptionalDouble free = facts.number("host.memory.available");
        OptionalDouble total = facts.number("host.memory.total");
        if (free.isEmpty() || total.isEmpty() || total.getAsDouble() <= 0) {
            return Optional.empty();
        }
        double share = free.getAsDouble() / total.getAsDouble();
        double percent = share * 100;
        if (share < ReadingLimits.NO_MEMORY.value()) {
            return Optional.of(Meaning.bad("reading.memory.none", percent));
        }
        return Optional.of(
                share < ReadingLimits.LITTLE_MEMORY.value()
                        ? Meaning.watch("reading.memory.little", percent)
                        : Meaning.good("reading.memory.enough", percent));
    }

    private Optional<Meaning> disk() {
        if (facts.yes("disk.root.read_only")) {
            return Optional.of(Meaning.bad("reading.disk.read_only"));
        }
        if (facts.yes("disk.root.full") || facts.yes("disk.root.inodes_full")) {
            return Optional.of(Meaning.bad("reading.disk.full"));
        }
        return facts.no("disk.root.full")
                ? Optional.of(Meaning.good("reading.disk.room"))
                : Optional.empty();
    }

    private Optional<Meaning> clock() {
        if (facts.yes("clock.synchronised")) {
            return Optional.of(Meaning.good("reading.clock.synchronised"));
        }
        return facts.no("clock.synchronised")
                ? Optional.of(Meaning.watch("reading.clock.alone"))
                : Optional.empty();
    }

    private Optional<Meaning> offset() {
        OptionalDouble offset = facts.number("clock.offset");
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Math.abs(offset.getAsDouble()) > ReadingLimits.CLOCK_OFFSET.value()
                        ? Meaning.bad("reading.clock.off")
                        : Meaning.good("reading.clock.right"));
    }

    private Optional<Meaning> kernel(String key, String text) {
        OptionalDouble count = facts.number(key);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                count.getAsDouble() > 0
                        ? Meaning.bad(text + ".some")
                        : Meaning.good(text + ".none"));
    }

    private Optional<Meaning> listening(String key) {
        if (facts.yes(key)) {
            return Optional.of(Meaning.good("reading.listening.yes"));
        }
        return facts.no(key)
                ? Optional.of(Meaning.watch("reading.listening.no"))
                : Optional.empty();
    }

    /** States of systemd.unit(5), and what the agent says of a program without a unit. */
    private Optional<Meaning> service(String key) {
        return facts.text(key)
                .flatMap(state ->
                        switch (state) {
                            case "active", "running (no unit)" ->
                                    Optional.of(Meaning.good("reading.service.runs"));
                            case "failed" -> Optional.of(Meaning.bad("reading.service.failed"));
                            case "inactive" ->
                                    Optional.of(Meaning.watch("reading.service.stopped"));
                            case "activating", "reloading", "deactivating" ->
                                    Optional.of(Meaning.plain("reading.service.changing"));
                            default -> Optional.empty();
                        });
    }
}
