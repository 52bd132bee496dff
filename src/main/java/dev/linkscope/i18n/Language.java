package dev.linkscope.i18n;

import java.util.Locale;

/**
 * A language that the program can speak.
 *
 * @param locale the language, with a country where the texts are made for one
 * @param ownName its name in itself, such as {@code Deutsch}
 */
public record Language(Locale locale, String ownName) {
    /** A language under the name that it has for itself. */
    static Language of(Locale locale) {
        String name = locale.getDisplayName(locale);
        int first = name.offsetByCodePoints(0, name.isEmpty() ? 0 : 1);
        return new Language(
                locale, name.substring(0, first).toUpperCase(locale) + name.substring(first));
    }
}
