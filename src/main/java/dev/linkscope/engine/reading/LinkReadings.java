package dev.linkscope.engine.reading;

import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;

/** Readings of the radio and the cable. */
final class LinkReadings {
    /**
     * IEEE 802.11-2020, table 17-4: the slowest rate of OFDM; slower ones are those of 1999 that
     * radios fall back to.
     */
    private static final double SLOWEST_RATE = 6;

    private final FactSheet facts;

    LinkReadings(FactSheet facts) {
        this.facts = facts;
    }

    Optional<Meaning> of(String key) {
        return switch (key) {
            case "wifi.signal" -> signal();
            case "wifi.bit_rate" -> rate();
            case "wifi.band" -> band();
            case "wifi.channel" -> channel();
            case "wifi.roams" -> roams();
            case "wifi.retries" -> retries();
            case "wifi.power_save" -> powerSave();
            case "wifi.associated" -> yes(key, "reading.associated", "reading.not_associated");
            case "kernel.wifi_lost.new" -> none(key, "reading.wifi_lost");
            case "kernel.wifi_firmware.new" -> none(key, "reading.wifi_firmware");
            case "ethernet.carrier" -> cable();
            case "ethernet.speed" -> speed();
            case "ethernet.duplex" -> duplex();
            case "ethernet.carrier_changes" ->
                    atMost(key, ReadingLimits.CARRIER_CHANGES, "reading.carrier_changes");
            case "link.rx_errors" -> atMost(key, ReadingLimits.RX_ERRORS, "reading.rx_errors");
            default -> Optional.empty();
        };
    }

    private Optional<Meaning> signal() {
        OptionalDouble signal = facts.number("wifi.signal");
        if (signal.isEmpty()) {
            return Optional.empty();
        }
        double value = signal.getAsDouble();
        double least = ReadingLimits.SIGNAL.value();
        double ample = ReadingLimits.SIGNAL_AMPLE.value();
        if (value < least) {
            return Optional.of(Meaning.bad("reading.signal.weak", least));
        }
        return Optional.of(
                value < ample
                        ? Meaning.watch("reading.signal.just", least)
                        : Meaning.good("reading.signal.good", ample));
    }

    private Optional<Meaning> rate() {
        OptionalDouble rate = facts.number("wifi.bit_rate");
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                rate.getAsDouble() <= SLOWEST_RATE
                        ? Meaning.plain("reading.rate.slow")
                        : Meaning.good("reading.rate.enough"));
    }

    private Optional<Meaning> band() {
        return facts.text("wifi.band")
                .map(band ->
                        band.equals("2.4")
                                ? Meaning.plain("reading.band.crowded")
                                : Meaning.good("reading.band.free"));
    }

    private Optional<Meaning> channel() {
        OptionalDouble channel = facts.number("wifi.channel");
        if (channel.isEmpty() || facts.text("wifi.band").isEmpty()) {
            return Optional.empty();
        }
        double number = channel.getAsDouble();
        if (facts.is("wifi.band", "2.4") && number > ReadingLimits.LAST_EVERYWHERE.value()) {
            return Optional.of(Meaning.watch("reading.channel.not_everywhere"));
        }
        boolean radar =
                facts.is("wifi.band", "5")
                        && number >= ReadingLimits.RADAR_FROM.value()
                        && number <= ReadingLimits.RADAR_TO.value();
        return Optional.of(
                radar
                        ? Meaning.watch("reading.channel.radar")
                        : Meaning.good("reading.channel.usual"));
    }

    private Optional<Meaning> roams() {
        OptionalDouble roams = facts.number("wifi.roams");
        if (roams.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                roams.getAsDouble() > 0
                        ? Meaning.watch("reading.roams.some")
                        : Meaning.good("reading.roams.none"));
    }

    /** Counted since the computer started; in the first hour as if that had been an hour. */
    private Optional<Meaning> retries() {
        OptionalDouble retries = facts.number("wifi.retries");
        OptionalDouble hours = facts.number("host.uptime");
        if (retries.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        double hourly = retries.getAsDouble() / Math.max(1, hours.getAsDouble());
        return Optional.of(
                hourly > ReadingLimits.GIVEN_UP.value()
                        ? Meaning.watch("reading.retries.many", Math.round(hourly))
                        : Meaning.good("reading.retries.few", Math.round(hourly)));
    }

    private Optional<Meaning> powerSave() {
        if (facts.is("wifi.power_save", "on")) {
            return Optional.of(Meaning.watch("reading.power_save.on"));
        }
        return facts.is("wifi.power_save", "off")
                ? Optional.of(Meaning.good("reading.power_save.off"))
                : Optional.empty();
    }

    /** A socket without a cable is no fault where the way out is another one. */
    private Optional<Meaning> cable() {
        if (facts.yes("ethernet.carrier")) {
            return Optional.of(Meaning.good("reading.cable.in"));
        }
        if (!facts.no("ethernet.carrier")) {
            return Optional.empty();
        }
        return Optional.of(
                facts.is("link.kind", "wifi")
                        ? Meaning.plain("reading.cable.unused")
                        : Meaning.bad("reading.cable.out"));
    }

    private Optional<Meaning> speed() {
        OptionalDouble speed = facts.number("ethernet.speed");
        if (speed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                speed.getAsDouble() <= ReadingLimits.SLOW_CABLE.value()
                        ? Meaning.watch("reading.cable.slow")
                        : Meaning.good("reading.cable.fast"));
    }

    private Optional<Meaning> duplex() {
        if (facts.is("ethernet.duplex", "half")) {
            return Optional.of(Meaning.bad("reading.duplex.half"));
        }
        return facts.is("ethernet.duplex", "full")
                ? Optional.of(Meaning.good("reading.duplex.full"))
                : Optional.empty();
    }

    private Optional<Meaning> yes(String key, String good, String bad) {
        if (facts.yes(key)) {
            return Optional.of(Meaning.good(good));
        }
        return facts.no(key) ? Optional.of(Meaning.bad(bad)) : Optional.empty();
    }

    private Optional<Meaning> none(String key, String text) {
        OptionalDouble count = facts.number(key);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                count.getAsDouble() > 0
                        ? Meaning.watch(text + ".some")
                        : Meaning.good(text + ".none"));
    }

    private Optional<Meaning> atMost(String key, Threshold limit, String text) {
        OptionalDouble count = facts.number(key);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                count.getAsDouble() > limit.value()
                        ? Meaning.watch(text + ".many")
                        : Meaning.good(text + ".few"));
    }
}
