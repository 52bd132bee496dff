package dev.linkscope.i18n;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Patterns of the bundles that come with the program; English where a language has none. */
final class BundledPatterns implements Patterns {
    private final List<ResourceBundle> bundles;

    BundledPatterns(List<String> areas, Locale locale) {
        bundles =
                areas.stream()
                        .map(area ->
                                ResourceBundle.getBundle(
                                        "dev.linkscope.i18n." + area,
                                        locale,
                                        ResourceBundle.Control.getNoFallbackControl(
                                                ResourceBundle.Control.FORMAT_PROPERTIES)))
                        .toList();
    }

    @Override
    public @Nullable String of(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        return null;
    }
}
