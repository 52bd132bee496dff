package dev.linkscope.report.draft;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files in a bundle. Only letters without accents, digits, hyphen, underscore and point,
 * so that none leaves the folder that it is unpacked to and every system can have it.
 */
final class BundleNames {
    private static final int LONGEST = 40;

    /** Windows compares without case. */
    private final Set<String> taken = new HashSet<>();

    /** Names beside those that are there already. */
    BundleNames(List<String> taken) {
        taken.forEach(name -> this.taken.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Begin of the names of a printer's files: nothing where it is the only one, else a folder.
     *
     * @param number counted from 0
     */
    static String folder(int number, String printer, int printers) {
        if (printers == 1) {
            return "";
        }
        String slug = plain(printer.toLowerCase(Locale.ROOT)).replaceAll("[._]+", "-");
        slug = slug.replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        String digits = "%0" + String.valueOf(printers).length() + "d";
        String place = digits.formatted(number + 1);
        return slug.isEmpty() ? "printer-" + place + "/" : place + "-" + slug + "/";
    }

    /** A name that no file has yet. */
    String file(String folder, String wanted) {
        String plain = plain(wanted).replaceAll("^[.-]+", "").replaceAll("\\.{2,}", ".");
        String name = plain.isEmpty() || plain.equals(".") ? "text.log" : plain;
        String free = folder + name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = folder + i + "-" + name;
        }
        return free;
    }

    private static String plain(String text) {
        String base = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String plain = base.replaceAll("[^A-Za-z0-9._-]+", "-");
        return plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
    }
}
