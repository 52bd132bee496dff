package dev.linkscope.ui.preferences;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * A number within limits. Comma and point both begin the decimals, whatever the language.
 *
 * @param least smallest allowed
 * @param most largest allowed
 * @param decimals most decimals
 */
record Numbers(double least, double most, int decimals) implements Spelling<Double> {
    private static final int LONGEST = 12;

    @Override
    public String show(Double value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    @Override
    public Read<Double> read(String typed) {
        String text = typed.strip().replace(',', '.');
        if (text.length() > LONGEST || !text.matches("-?\\d+(\\.\\d*)?|\\.\\d+")) {
            return Read.bad("preferences.bad.number", least, most);
        }
        double value = Double.parseDouble(text);
        if (value < least || value > most) {
            return Read.bad(
                    value < least ? "preferences.bad.small" : "preferences.bad.large", least, most);
        }
        int given = text.contains(".") ? text.length() - text.indexOf('.') - 1 : 0;
        if (given > decimals) {
            return decimals == 0
                    ? Read.bad("preferences.bad.whole", least, most)
                    : Read.bad("preferences.bad.decimals", decimals);
        }
        return new Read.Good<>(value);
    }
}
