package dev.linkscope.ui.preferences;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.UpdateChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Everything that can be set by one value. Shares are shown in per cent, room in gigabytes. */
final class Fields {
    private static final double PER_CENT = 100;
    private static final double GIGA = 1e9;

    static final Field<String> THEME =
            new Field<>("theme", Section.LOOK, "system", Settings::theme, Settings::withTheme);

    static final Field<String> LANGUAGE =
            of(
                    "language",
                    Section.LOOK,
                    Preferences.USUAL.language(),
                    Preferences::language,
                    Preferences::withLanguage);

    /** In per cent. */
    static final Field<Double> TEXT_SIZE =
            of(
                    "text_size",
                    Section.LOOK,
                    Preferences.USUAL.textSize() * PER_CENT,
                    now -> perCent(now.textSize()),
                    (now, size) -> now.withTextSize(size / PER_CENT));

    static final Field<Motion> MOTION =
            of(
                    "motion",
                    Section.LOOK,
                    Preferences.USUAL.motion(),
                    Preferences::motion,
                    Preferences::withMotion);

    /** In seconds. */
    static final Field<Double> CADENCE =
            of(
                    "cadence",
                    Section.MEASURING,
                    seconds(Preferences.USUAL.cadence()),
                    now -> seconds(now.cadence()),
                    (now, seconds) ->
                            now.withCadence(Duration.ofMillis(Math.round(seconds * 1000))));

    /** Requests a second. */
    static final Field<Double> REQUESTS =
            manners(
                    "requests",
                    Manners.USUAL.serverRequestsPerSecond(),
                    Manners::serverRequestsPerSecond,
                    (now, most) ->
                            new Manners(
                                    most,
                                    now.internetReferences(),
                                    now.references(),
                                    now.resolvers()));

    static final Field<Boolean> INTERNET =
            manners(
                    "internet",
                    Manners.USUAL.internetReferences(),
                    Manners::internetReferences,
                    (now, asked) ->
                            new Manners(
                                    now.serverRequestsPerSecond(),
                                    asked,
                                    now.references(),
                                    now.resolvers()));

    static final Field<List<String>> REFERENCES =
            manners(
                    "references",
                    Manners.USUAL.references(),
                    Manners::references,
                    (now, places) ->
                            new Manners(
                                    now.serverRequestsPerSecond(),
                                    now.internetReferences(),
                                    places,
                                    now.resolvers()));

    static final Field<List<String>> RESOLVERS =
            manners(
                    "resolvers",
                    Manners.USUAL.resolvers(),
                    Manners::resolvers,
                    (now, addresses) ->
                            new Manners(
                                    now.serverRequestsPerSecond(),
                                    now.internetReferences(),
                                    now.references(),
                                    addresses));

    /** In per cent. */
    static final Field<Double> WATCH =
            checked(
                    of(
                            "watch",
                            Section.JUDGING,
                            perCent(Limits.USUAL.watch()),
                            now -> perCent(now.limits().watch()),
                            (now, rate) ->
                                    now.withLimits(
                                            new Limits(
                                                    rate / PER_CENT, now.limits().takeAction()))),
                    (now, rate) ->
                            refusedIf(
                                    rate / PER_CENT > now.preferences().limits().takeAction(),
                                    "preferences.watch.above",
                                    perCent(now.preferences().limits().takeAction())));

    /** In per cent. */
    static final Field<Double> TAKE_ACTION =
            checked(
                    of(
                            "take_action",
                            Section.JUDGING,
                            perCent(Limits.USUAL.takeAction()),
                            now -> perCent(now.limits().takeAction()),
                            (now, rate) ->
                                    now.withLimits(
                                            new Limits(now.limits().watch(), rate / PER_CENT))),
                    (now, rate) ->
                            refusedIf(
                                    rate / PER_CENT < now.preferences().limits().watch(),
                                    "preferences.take_action.below",
                                    perCent(now.preferences().limits().watch())));

    /** In days. */
    static final Field<Double> OUTCOMES =
            checked(
                    retention(
                            "outcomes",
                            kept -> days(kept.outcomes()),
                            (kept, days) ->
                                    new Retention(span(days), kept.rollups(), kept.bytes())),
                    (now, days) ->
                            refusedIf(
                                    days > days(now.preferences().retention().rollups()),
                                    "preferences.outcomes.longer",
                                    days(now.preferences().retention().rollups())));

    /** In days. */
    static final Field<Double> ROLLUPS =
            checked(
                    retention(
                            "rollups",
                            kept -> days(kept.rollups()),
                            (kept, days) ->
                                    new Retention(kept.outcomes(), span(days), kept.bytes())),
                    (now, days) ->
                            refusedIf(
                                    days < days(now.preferences().retention().outcomes()),
                                    "preferences.rollups.shorter",
                                    days(now.preferences().retention().outcomes())));

    /** In gigabytes. */
    static final Field<Double> SPACE =
            retention(
                    "space",
                    kept -> kept.bytes() / GIGA,
                    (kept, giga) ->
                            new Retention(
                                    kept.outcomes(), kept.rollups(), Math.round(giga * GIGA)));

    static final Field<Boolean> TRAY =
            of(
                    "tray",
                    Section.COMPUTER,
                    Preferences.USUAL.staysInTray(),
                    Preferences::staysInTray,
                    Preferences::withStaysInTray);

    static final Field<Boolean> UPDATES =
            of(
                    "updates",
                    Section.ABOUT,
                    UpdateChoice.USUAL.weekly(),
                    now -> now.updates().weekly(),
                    (now, weekly) -> now.withUpdates(now.updates().withWeekly(weekly)));

    private Fields() {}

    private static <T> Field<T> of(
            String id,
            Section section,
            T usual,
            Function<Preferences, T> get,
            BiFunction<Preferences, T, Preferences> put) {
        return new Field<>(
                id,
                section,
                usual,
                now -> get.apply(now.preferences()),
                (now, value) -> now.withPreferences(put.apply(now.preferences(), value)));
    }

    private static <T> Field<T> manners(
            String id, T usual, Function<Manners, T> get, BiFunction<Manners, T, Manners> put) {
        return new Field<>(
                id,
                Section.MEASURING,
                usual,
                now -> get.apply(now.manners()),
                (now, value) -> now.withManners(put.apply(now.manners(), value)));
    }

    private static Field<Double> retention(
            String id,
            Function<Retention, Double> get,
            BiFunction<Retention, Double, Retention> put) {
        return of(
                id,
                Section.HISTORY,
                get.apply(Retention.USUAL),
                now -> get.apply(now.retention()),
                (now, value) -> now.withRetention(put.apply(now.retention(), value)));
    }

    private static <T> Field<T> checked(
            Field<T> field, BiFunction<Settings, T, Optional<Statement>> check) {
        return new Field<>(
                field.id(), field.section(), field.usual(), field.get(), field.put(), check);
    }

    private static Optional<Statement> refusedIf(boolean wrong, String key, double other) {
        return wrong ? Optional.of(Statement.of(key, other)) : Optional.empty();
    }

    // To a hundredth of a per cent: 0.07 × 100 is not 7.
    private static double perCent(double share) {
        return Math.round(share * 10_000) / PER_CENT;
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private static double days(Duration span) {
        return (double) span.toDays();
    }

    private static Duration span(double days) {
        return Duration.ofDays(Math.round(days));
    }
}
