package dev.linkscope.i18n;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sign of negative figures: U+2212, as wide as a digit. A hyphen, which most locales have in
 * its place (CLDR), is short, and may be left alone at the end of a line.
 */
final class Minus {
    private static final char SIGN = '\u2212';
    private static final Pattern NEGATIVE = Pattern.compile("-\\d{1,15}(\\.\\d{1,6})?");

    private Minus() {}

    /** A text that is nothing but a negative figure with that sign; any other as it is. */
    static String before(String text) {
        return NEGATIVE.matcher(text).matches() ? SIGN + text.substring(1) : text;
    }

    /** A format of numbers that writes that sign. */
    static NumberFormat in(NumberFormat format) {
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign(SIGN);
            decimal.setDecimalFormatSymbols(symbols);
        }
        return format;
    }

    /** Has an argument of a pattern written with that sign if it is a number. */
    static void in(MessageFormat format, int argument, Locale locale) {
        Format[] formats = format.getFormatsByArgumentIndex();
        if (argument >= formats.length) {
            return;
        }
        if (formats[argument] == null) {
            format.setFormatByArgumentIndex(argument, in(NumberFormat.getInstance(locale)));
        } else if (formats[argument] instanceof NumberFormat number) {
            format.setFormatByArgumentIndex(argument, in(number));
        }
    }
}
