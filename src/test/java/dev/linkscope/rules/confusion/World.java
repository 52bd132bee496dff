package dev.linkscope.rules.confusion;

import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import dev.linkscope.stats.Circumstance;
import dev.linkscope.stats.CoincidenceOf;
import dev.linkscope.stats.Spans;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two hours of a printer with two faults at once and some noise. A fault nearer to the computer
 * hides what lies behind it while it is at work.
 */
final class World {
    private static final int SLOTS = 720;
    private static final double NOISE = 0.01;
    private static final double NOT_CHECKED = 0.1;

    /** Attempts of which a fault must be seen to be asked for. */
    private static final int SEEN = 5;

    /** The plugin gives up a connection only after a while, and waits before it tries anew. */
    private static final int PLUGIN_NOTICES = 12;

    private final SplitMix random;
    private final List<Timeline> faults = new ArrayList<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private final Map<String, String> courses = new LinkedHashMap<>();
    private final Map<String, @Nullable String> facts = new LinkedHashMap<>();
    private final List<String> unchecked = new ArrayList<>();
    private final boolean witnessed;

    World(long seed) {
        random = new SplitMix(seed);
        Fault one = any();
        Fault other = any();
        while (!one.goesWith(other)) {
            other = any();
        }
        faults.add(Timeline.of(one, SLOTS, random));
        faults.add(Timeline.of(other, SLOTS, random));
        faults.sort(Comparator.comparingInt(timeline -> timeline.fault().depth()));
        witnessed = random.nextDouble() < 0.8;
        run();
        tellFacts();
    }

    private Fault any() {
        return Faults.ALL.get(random.nextInt(Faults.ALL.size()));
    }

    private void run() {
        courses.put("gateway", course("gateway", 1_440, 0.5, "connect.timeout"));
        courses.put("dns", course("dns", SLOTS, 1, "dns.timeout"));
        courses.put("internet:a", course("internet", 240, 3, "connect.timeout"));
        courses.put("internet:b", course("internet", 240, 3, "connect.timeout"));
        server();
        courses.put(
                "webcam.snapshot",
                course("snapshot", SLOTS, 1, "request.timeout|body.timeout|body.cut_off"));
        courses.put("webcam.stream", course("stream", 120, 6, "body.timeout|connect.timeout"));
        if (witnessed) {
            courses.put("w.router", course("w.router", SLOTS, 1, "connect.timeout"));
            courses.put("w.reference", course("w.reference", SLOTS, 1, "connect.timeout"));
            courses.put("w.server", course("w.server", SLOTS, 1, "connect.timeout"));
        }
    }

    /** The slots of the server pane, and what depends on them. */
    private void server() {
        var server = new StringBuilder();
        var ws = new StringBuilder();
        var paths = new StringBuilder();
        var plugin = new StringBuilder();
        int failing = 0;
        int backOff = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            String came = outcome("server", slot, "connect.timeout|request.timeout|dns.timeout");
            server.append(came).append(' ');
            boolean failed = !came.equals("ok");
            if (slot % 6 == 0) {
                ws.append(beside("ws", slot)).append(' ');
            }
            boolean asked = slot % 30 == 0 || (failed && failing == 0);
            paths.append(asked ? beside("paths", slot) : "-").append(' ');
            failing = failed ? failing + 1 : 0;
            if (failing > PLUGIN_NOTICES) {
                backOff = random.nextInt(20);
            }
            plugin.append(plugin(slot, failing, backOff)).append(' ');
            backOff = failed ? backOff : Math.max(0, backOff - 1);
        }
        courses.put("server.http", server.toString());
        courses.put("server.ws", ws.toString());
        courses.put("server.paths", paths.toString());
        courses.put("plugin.link", plugin.toString());
    }

    /** A probe that takes the way of the server's: what it does not do by itself, it shares. */
    private String beside(String probe, int slot) {
        for (Timeline timeline : faults) {
            Map<String, String> effects = timeline.fault().effects();
            String effect = effects.getOrDefault(probe, effects.get("server"));
            if (timeline.active().get(slot) && effect != null) {
                String came = draw(effect);
                if (came != null) {
                    count(timeline, probe);
                    return came;
                }
            }
        }
        return noise("connect.timeout");
    }

    private String plugin(int slot, int failing, int backOff) {
        for (Timeline timeline : faults) {
            String effect = timeline.fault().effects().get("plugin");
            boolean reaches = timeline.fault().depth() == 0 || failing == 0 && backOff == 0;
            if (timeline.active().get(slot) && effect != null && reaches) {
                String came = draw(effect);
                if (came != null) {
                    count(timeline, "plugin");
                    return came;
                }
            }
        }
        return failing > PLUGIN_NOTICES || backOff > 0
                ? "upgrade.not_connected"
                : noise("upgrade.not_connected");
    }

    private String course(String probe, int attempts, double slotsEach, String noise) {
        var course = new StringBuilder();
        for (int i = 0; i < attempts; i++) {
            course.append(outcome(probe, (int) (i * slotsEach), noise)).append(' ');
        }
        return course.toString();
    }

    private String outcome(String probe, int slot, String noise) {
        for (Timeline timeline : faults) {
            String effect = timeline.fault().effects().get(probe);
            if (timeline.active().get(slot) && effect != null) {
                String came = draw(effect);
                if (came != null) {
                    count(timeline, probe);
                    return came;
                }
            }
        }
        return noise(noise);
    }

    private void count(Timeline timeline, String probe) {
        shown.merge(timeline.fault().name() + " " + probe, 1, Integer::sum);
    }

    private @Nullable String draw(String effect) {
        int space = effect.indexOf(' ');
        return random.nextDouble() < Double.parseDouble(effect.substring(0, space))
                ? one(effect.substring(space + 1))
                : null;
    }

    private String noise(String classes) {
        return random.nextDouble() < NOISE ? one(classes) : "ok";
    }

    private String one(String classes) {
        String[] all = classes.split("\\|");
        return all[random.nextInt(all.length)];
    }

    private void tellFacts() {
        String medium = random.nextDouble() < 0.4 ? "ethernet" : "wifi";
        for (Timeline timeline : faults) {
            medium = timeline.fault().facts().getOrDefault("link.kind", medium);
        }
        facts.putAll(HealthyFacts.of("ethernet".equals(medium)));
        faults.forEach(timeline -> facts.putAll(timeline.fault().facts()));
        facts.keySet().stream()
                .filter(_ -> random.nextDouble() < NOT_CHECKED)
                .forEach(unchecked::add);
    }

    /** The faults that can be seen, so that they can be asked for. */
    List<Fault> visible() {
        return faults.stream().map(Timeline::fault).filter(this::visible).toList();
    }

    private boolean visible(Fault fault) {
        return fault.factual()
                || shown.getOrDefault(fault.name() + " " + fault.shownBy(), 0) >= SEEN;
    }

    /** Both faults, the nearer first. */
    List<Timeline> faults() {
        return faults;
    }

    /** Facts that were not checked. */
    List<String> unchecked() {
        return unchecked;
    }

    /** The printer as the rules see it. */
    PrinterCase printer() {
        PrinterCase plain = made(List.of()).build();
        var found = new ArrayList<Coincidence>();
        plain.panes()
                .forEach(pane ->
                        found.addAll(
                                CoincidenceOf.believed(
                                        pane.pane(),
                                        pane.trace(),
                                        pane.figures().outages(),
                                        circumstances())));
        return found.isEmpty() ? plain : made(found).build();
    }

    private List<Circumstance> circumstances() {
        long start = MadeUpPrinter.START.toEpochMilli();
        Spans known = new Spans.Builder().add(start, start + SLOTS * 10_000L).build();
        return faults.stream()
                .filter(timeline -> !timeline.fault().factor().isEmpty())
                .map(timeline -> {
                    var spans = new Spans.Builder();
                    timeline.active().stream()
                            .forEach(
                                    i -> spans.add(start + i * 10_000L, start + (i + 1) * 10_000L));
                    return new Circumstance(timeline.fault().factor(), known, spans.build());
                })
                .toList();
    }

    private MadeUpPrinter made(List<Coincidence> coincidences) {
        var printer = new MadeUpPrinter();
        courses.forEach((probe, course) -> {
            switch (probe) {
                case "w.router" -> printer.witness("router", course);
                case "w.reference" -> printer.witness("reference:1.1.1.1", course);
                case "w.server" -> printer.witness("server", course);
                default -> printer.probe(probe, course, details(probe, course));
            }
        });
        facts.forEach((key, value) ->
                printer.fact(
                        unchecked.contains(key)
                                ? Fact.notChecked(key, "busy")
                                : value == null ? Fact.absent(key) : Fact.known(key, value, null)));
        coincidences.forEach(printer::coincidence);
        return printer;
    }

    private Map<String, String> details(String probe, String course) {
        var details = new HashMap<String, String>();
        String trimmed = course.strip();
        String last = trimmed.substring(trimmed.lastIndexOf(' ') + 1);
        switch (probe) {
            case "dns" ->
                    details.put(
                            "r0", "192.168.1.1 " + last.substring(last.indexOf('.') + 1) + " 31");
            case "server.paths" -> {
                details.put("ipv4", "ok");
                details.put("ipv6", "no_route");
                details.put("p0", "4 192.0.2.1 ok 31");
            }
            case "webcam.snapshot" -> {
                details.put("address", "127.0.0.1");
                details.put("family", "4");
            }
            default -> {}
        }
        faults.forEach(timeline ->
                details.putAll(timeline.fault().details().getOrDefault(probe, Map.of())));
        return details;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Timeline timeline : faults) {
            text.append(text.isEmpty() ? "" : " + ")
                    .append(timeline.fault().name())
                    .append(timeline.lasting() ? ", lasting" : ", in bursts")
                    .append(visible(timeline.fault()) ? "" : " (hidden)");
        }
        return text.toString();
    }
}
