package dev.linkscope.ui.preferences;

import java.util.Locale;

/** How a value is typed. Pure. */
interface Spelling<T> {
    /** A value as it would be typed. */
    String show(T value, Locale locale);

    /** What was typed. */
    Read<T> read(String typed);
}
