package dev.linkscope.settings;

import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.release.ReleaseVersion;
import dev.linkscope.engine.port.Allowed;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.engine.port.Preferences.WindowPlace;
import dev.linkscope.engine.port.UpdateChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the user chose of the program as a whole, as JSON and back. */
final class PreferencesJson {
    /** No screen is larger; and what is typed into a file may be anything. */
    private static final double FARTHEST = 100_000;

    private static final int LONGEST_NAME = 100;

    private PreferencesJson() {}

    /** The preferences in an object; files of older versions have none. */
    static Preferences read(Reading from) {
        Preferences usual = Preferences.USUAL;
        return new Preferences(
                from.text("language", usual.language(), Allowed::language),
                from.number("textSize", usual.textSize(), Allowed::textSize),
                from.of(
                        "motion",
                        usual.motion(),
                        node -> Motion.valueOf(upper(Members.text(node, "motion"))),
                        _ -> true),
                from.of(
                        "cadence",
                        usual.cadence(),
                        node -> Duration.parse(Members.text(node, "cadence")),
                        Allowed::cadence),
                limits(from.object("limits")),
                retention(from.object("retention")),
                from.flag("staysInTray", usual.staysInTray()),
                updates(from.object("updates")),
                window(from.object("window")));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static Limits limits(Reading from) {
        Limits usual = Limits.USUAL;
        double watch = from.number("watch", usual.watch(), PreferencesJson::rate);
        double act = from.number("takeAction", usual.takeAction(), PreferencesJson::rate);
        boolean rising = from.together(watch <= act, false, same -> same);
        return rising ? new Limits(watch, act) : usual;
    }

    private static boolean rate(double share) {
        return share >= Allowed.LOWEST_RATE && share <= Allowed.HIGHEST_RATE;
    }

    private static Retention retention(Reading from) {
        Retention usual = Retention.USUAL;
        var read =
                new Retention(
                        days(from, "outcomeDays", usual.outcomes(), Allowed.LONGEST_OUTCOMES),
                        days(from, "rollupDays", usual.rollups(), Allowed.LONGEST_ROLLUPS),
                        from.of(
                                "bytes",
                                usual.bytes(),
                                node -> Math.round(Members.number(node, "bytes")),
                                most -> most >= Allowed.LEAST_BYTES && most <= Allowed.MOST_BYTES));
        return from.together(read, usual, Allowed::retention);
    }

    private static Duration days(Reading from, String member, Duration usual, Duration most) {
        double days =
                from.number(
                        member,
                        (double) usual.toDays(),
                        wished -> wished >= 1 && wished <= most.toDays() && wished % 1 == 0);
        return Duration.ofDays(Math.round(days));
    }

    private static UpdateChoice updates(Reading from) {
        UpdateChoice usual = UpdateChoice.USUAL;
        return new UpdateChoice(
                from.flag("weekly", usual.weekly()),
                from.<Optional<Instant>>of(
                                "lookedAt",
                                Optional.empty(),
                                node -> Optional.of(Instant.parse(Members.text(node, "lookedAt"))),
                                _ -> true)
                        .orElse(null),
                from.of(
                        "newestSeen",
                        usual.newestSeen(),
                        node -> Instant.parse(Members.text(node, "newestSeen")),
                        _ -> true),
                from.text(
                        "newest",
                        usual.newest(),
                        version -> ReleaseVersion.of(version).isPresent()));
    }

    private static @Nullable WindowPlace window(Reading from) {
        if (!from.any()) {
            return null;
        }
        double none = Double.NaN;
        double x = from.number("x", none, PreferencesJson::onScreen);
        double y = from.number("y", none, PreferencesJson::onScreen);
        double width = from.number("width", none, size -> size >= 1 && onScreen(size));
        double height = from.number("height", none, size -> size >= 1 && onScreen(size));
        if (Double.isNaN(x + y + width + height)) {
            return null;
        }
        return new WindowPlace(
                x,
                y,
                width,
                height,
                from.flag("maximized", false),
                from.text("page", "", name -> name.length() <= LONGEST_NAME),
                from.text("printer", "", id -> id.length() <= LONGEST_NAME));
    }

    private static boolean onScreen(double pixels) {
        return Math.abs(pixels) <= FARTHEST;
    }

    /** Puts preferences into their object; members that this version does not know stay. */
    static void put(ObjectNode node, Preferences preferences) {
        node.put("language", preferences.language());
        node.put("textSize", preferences.textSize());
        node.put("motion", preferences.motion().name().toLowerCase(Locale.ROOT));
        node.put("cadence", preferences.cadence().toString());
        ObjectNode limits = Members.object(node, "limits");
        limits.put("watch", preferences.limits().watch());
        limits.put("takeAction", preferences.limits().takeAction());
        ObjectNode retention = Members.object(node, "retention");
        retention.put("outcomeDays", preferences.retention().outcomes().toDays());
        retention.put("rollupDays", preferences.retention().rollups().toDays());
        retention.put("bytes", preferences.retention().bytes());
        node.put("staysInTray", preferences.staysInTray());
        put(Members.object(node, "updates"), preferences.updates());
        WindowPlace place = preferences.window();
        if (place == null) {
            node.putNull("window");
            return;
        }
        ObjectNode window = Members.object(node, "window");
        window.put("x", place.x());
        window.put("y", place.y());
        window.put("width", place.width());
        window.put("height", place.height());
        window.put("maximized", place.maximized());
        window.put("page", place.page());
        window.put("printer", place.printer());
    }

    private static void put(ObjectNode node, UpdateChoice updates) {
        Instant lookedAt = updates.lookedAt();
        boolean any = !updates.newest().isEmpty();
        node.put("weekly", updates.weekly());
        node.put("lookedAt", lookedAt == null ? null : lookedAt.toString());
        node.put("newestSeen", any ? updates.newestSeen().toString() : null);
        node.put("newest", any ? updates.newest() : null);
    }
}
