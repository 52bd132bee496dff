package dev.linkscope.report.pdf;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.support.WireName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known of the Pi and its surroundings, group by group; below it, what is not. */
final class EnvironmentSection {
    private static final int NAMES_IN_ROW = 12;

    private final Look look;

    EnvironmentSection(Look look) {
        this.look = look;
    }

    /** Groups with the beginnings of their facts' keys; a fact is in the first that fits. */
    private enum Group {
        NETWORK("link|wifi|ethernet|gateway|dns|proxy|restarter|kernel\\.wifi|witness"),
        POWER("power|kernel\\.undervoltage"),
        CAMERA("webcam|kernel\\.(camera|usb)|octopi\\.camera|service\\.(webcamd|camera|crowsnest)"),
        OBICO("obico|server|janus|service\\.moonraker_obico"),
        HOST("pi|host|os|octopi|python|disk|kernel|clock"),
        PROGRAMS("octoprint|service|web|klipper|moonraker"),
        MEASURING("agent|probe|vantage"),
        OTHER("");

        private final Pattern keys;

        Group(String beginnings) {
            this.keys = Pattern.compile("(" + beginnings + ")([._]|$)");
        }

        static Group of(Fact fact) {
            for (Group group : values()) {
                if (group.keys.matcher(fact.key()).lookingAt()) {
                    return group;
                }
            }
            return OTHER;
        }
    }

    List<Block> rows(List<Fact> facts) {
        Map<Group, List<Fact>> groups =
                with(FactStatus.KNOWN, facts).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Group::of,
                                        () -> new EnumMap<>(Group.class),
                                        Collectors.toList()));
        List<Block> rows = new ArrayList<>();
        groups.forEach((group, known) -> addGroup(rows, group, known));
        addRest(rows, "report.pdf.fact.absent", with(FactStatus.ABSENT, facts));
        addRest(rows, "report.pdf.fact.not_checked", with(FactStatus.NOT_CHECKED, facts));
        return rows;
    }

    private static List<Fact> with(FactStatus status, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.status() == status).toList();
    }

    /** A title, which stays with its first row, and the facts in two columns. */
    private void addGroup(List<Block> rows, Group group, List<Fact> known) {
        String title = look.say("report.pages.group." + WireName.of(group));
        Block above =
                new Block.Stack(
                        List.of(new Block.Gap(3), Words.of(look.strong, Palette.INK, title)));
        int half = (known.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            Block right = half + i < known.size() ? row(known.get(half + i)) : new Block.Gap(0);
            Block pair = new Block.Pair(row(known.get(i)), right);
            rows.add(i == 0 ? new Block.Stack(List.of(above, pair)) : pair);
        }
    }

    private Row row(Fact fact) {
        return new Row(List.of(look.label(0.46, name(fact)), look.cell(0.54, value(fact))));
    }

    private String value(Fact fact) {
        String value = String.valueOf(fact.value());
        String unit = fact.unit();
        return switch (value) {
            case "true" -> look.say("report.pages.yes");
            case "false" -> look.say("report.pages.no");
            default ->
                    unit == null
                            ? value
                            : look.messages.figure(value)
                                    + " "
                                    + (unit.equals("C") ? "\u00B0C" : unit);
        };
    }

    /** Names by their reason, in rows that a page has room for. */
    private void addRest(List<Block> rows, String key, List<Fact> facts) {
        Map<String, List<Fact>> byReason =
                facts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        fact -> Objects.requireNonNullElse(fact.reason(), ""),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byReason.forEach((reason, all) -> {
            String why = reason.isEmpty() ? "" : reason + ": ";
            for (int from = 0; from < all.size(); from += NAMES_IN_ROW) {
                int to = Math.min(all.size(), from + NAMES_IN_ROW);
                String names =
                        all.subList(from, to).stream()
                                .map(this::name)
                                .collect(Collectors.joining(" · "));
                rows.add(
                        new Row(
                                List.of(
                                        look.label(0.14, from == 0 ? look.say(key) : ""),
                                        look.cell(0.86, why + names))));
            }
        });
    }

    /** Its name in plain words where there is one. */
    private String name(Fact fact) {
        String key = "fact." + fact.key();
        return look.messages.has(key) ? look.say(key) : fact.key();
    }
}
