package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the window looks. */
final class LookRows {
    private static final double LEAST_SIZE = 100;
    private static final double MOST_SIZE = 200;

    private LookRows() {}

    /** The rows. */
    static List<Row> rows(SettingsServices services, LiveSettings live) {
        Wording wording = services.wording();
        return List.of(
                new FieldRow<>(
                        wording,
                        Fields.THEME,
                        new RadioEditor<>(
                                "theme",
                                List.of("system", "light", "dark"),
                                name -> wording.text("preferences.theme." + name)),
                        live),
                new FieldRow<>(
                        wording,
                        Fields.LANGUAGE,
                        new ListEditor<>(
                                "language",
                                Stream.concat(
                                                Stream.of(Preferences.SYSTEM),
                                                services.languages().stream()
                                                        .map(Locale::toLanguageTag))
                                        .toList(),
                                tag -> language(wording, tag)),
                        live),
                new FieldRow<>(
                        wording,
                        Fields.TEXT_SIZE,
                        new SizeEditor(wording, Fields.TEXT_SIZE, LEAST_SIZE, MOST_SIZE),
                        live),
                new FieldRow<>(
                        wording,
                        Fields.MOTION,
                        new RadioEditor<>(
                                "motion",
                                List.of(Motion.values()),
                                motion -> wording.text("preferences.motion." + motion)),
                        live));
    }

    /** A language by its own name, which is found by whoever does not speak the window's. */
    private static String language(Wording wording, String tag) {
        if (tag.equals(Preferences.SYSTEM)) {
            return wording.text("preferences.language.system");
        }
        Locale language = Locale.forLanguageTag(tag);
        String name = language.getDisplayName(language);
        return name.isEmpty()
                ? tag
                : name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
