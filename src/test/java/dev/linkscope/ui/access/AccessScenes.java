package dev.linkscope.ui.access;

import java.util.List;
import java.util.stream.Stream;

/** All pages and dialogs that are looked at. A new one is added here or to one of the lists. */
final class AccessScenes {
    private AccessScenes() {}

    /** All; those whose names match the property {@code access.scene} if it is set. */
    static List<AccessScene> all() {
        return Stream.of(
                        FarmScenes.all(),
                        ConnectScenes.all(),
                        CardScenes.all(),
                        FixScenes.all(),
                        PastScenes.all(),
                        SettingsScenes.all(),
                        TabScenes.all(),
                        UpdateScenes.all())
                .flatMap(List::stream)
                .filter(scene -> scene.name().matches(System.getProperty("access.scene", ".*")))
                .toList();
    }
}
