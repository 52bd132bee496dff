package dev.linkscope.ui.preferences;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.SettingsStore.Settings;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that can be set. Pure.
 *
 * @param id last part of its keys and of its control's id
 * @param section where it is listed
 * @param usual what counts unless the user chose otherwise
 * @param get reads it
 * @param put the settings with another value, of those that are allowed
 * @param check what is wrong with a value beside all the others; empty if nothing is
 */
record Field<T>(
        String id,
        Section section,
        T usual,
        Function<Settings, T> get,
        BiFunction<Settings, T, Settings> put,
        BiFunction<Settings, T, Optional<Statement>> check) {
    /** A field whose values do not depend on others. */
    Field(
            String id,
            Section section,
            T usual,
            Function<Settings, T> get,
            BiFunction<Settings, T, Settings> put) {
        this(id, section, usual, get, put, (_, _) -> Optional.empty());
    }

    /** Key of its name. */
    String key() {
        return "preferences." + id;
    }

    /** A value as it would be beside the other settings. */
    Read<T> judged(Settings beside, T value) {
        Optional<Statement> problem = check.apply(beside, value);
        return problem.isPresent() ? new Read.Bad<>(problem.get()) : new Read.Good<>(value);
    }
}
