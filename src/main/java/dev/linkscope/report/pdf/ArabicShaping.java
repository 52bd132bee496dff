package dev.linkscope.report.pdf;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arabic letters in the forms that they have within a word (The Unicode Standard 16.0, §9.2). The
 * forms are the presentation forms of Unicode, which fonts have as letters of their own.
 */
final class ArabicShaping {
    private static final int FIRST_ARABIC = 0x600;
    private static final int TATWEEL = 0x640;

    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    /** Form by letter, or by lam and alef together. */
    private static final Map<String, Map<Form, Integer>> FORMS = forms();

    private ArabicShaping() {}

    /** The text, in the same order, with each letter in its form. */
    static String shaped(String text) {
        if (text.codePoints().noneMatch(c -> FORMS.containsKey(Character.toString(c)))) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        var shaped = new StringBuilder(text.length());
        for (int i = 0; i < letters.length; i++) {
            boolean afterOne = joinsNext(neighbour(letters, i, -1));
            String pair = i + 1 < letters.length ? new String(letters, i, 2) : "";
            Integer ligature = form(pair, afterOne ? Form.FINAL : Form.ISOLATED);
            if (ligature != null) {
                shaped.appendCodePoint(ligature);
                i++;
                continue;
            }
            boolean beforeOne = joinsPrevious(neighbour(letters, i, 1));
            shaped.appendCodePoint(shaped(letters[i], afterOne, beforeOne));
        }
        return shaped.toString();
    }

    private static int shaped(int letter, boolean afterOne, boolean beforeOne) {
        String key = Character.toString(letter);
        boolean onward = beforeOne && form(key, Form.INITIAL) != null;
        Integer form;
        if (afterOne) {
            form = form(key, onward ? Form.MEDIAL : Form.FINAL);
        } else {
            form = form(key, onward ? Form.INITIAL : Form.ISOLATED);
        }
        return form == null ? letter : form;
    }

    /** The next letter in that direction that is no sign on another; 0 at the end. */
    private static int neighbour(int[] letters, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < letters.length && RightToLeft.isMark(letters[at])) {
            at += step;
        }
        return at >= 0 && at < letters.length ? letters[at] : 0;
    }

    private static boolean joinsNext(int letter) {
        return letter == TATWEEL || form(Character.toString(letter), Form.INITIAL) != null;
    }

    private static boolean joinsPrevious(int letter) {
        return letter == TATWEEL || form(Character.toString(letter), Form.FINAL) != null;
    }

    private static @Nullable Integer form(String letters, Form form) {
        Map<Form, Integer> forms = FORMS.get(letters);
        return forms == null ? null : forms.get(form);
    }

    private static Map<String, Map<Form, Integer>> forms() {
        Map<String, Map<Form, Integer>> forms = new HashMap<>();
        // Arabic Presentation Forms-A (letters of Persian, Urdu and others) and -B.
        add(forms, 0xFB50, 0xFBFF);
        add(forms, 0xFE80, 0xFEFC);
        return forms;
    }

    private static void add(Map<String, Map<Form, Integer>> forms, int first, int last) {
        for (int c = first; c <= last; c++) {
            String name = Character.getName(c);
            String letters = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            boolean lamAlef = name != null && name.startsWith("ARABIC LIGATURE LAM WITH ALEF");
            boolean letter = name != null && name.startsWith("ARABIC LETTER");
            if ((!letter || letters.length() != 1) && !lamAlef) {
                continue;
            }
            if (letters.charAt(0) < FIRST_ARABIC) {
                continue;
            }
            for (Form form : Form.values()) {
                if (name.endsWith(" " + form.name().toUpperCase(Locale.ROOT) + " FORM")) {
                    forms.computeIfAbsent(letters, _ -> new EnumMap<>(Form.class))
                            .putIfAbsent(form, c);
                }
            }
        }
    }
}
