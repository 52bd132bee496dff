package dev.linkscope.ui.farm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the table of the farm can tell of a printer, a column each. */
public enum FarmColumn {
    STATE(34, 0, true, false),
    PRINTER(104, 2, true, false),
    SERVER(98, 1, true, true),
    OWN(86, 1, true, true),
    PATTERN(136, 3, true, false),
    LAST_ERROR(92, 1, true, true),
    WEBCAM(66, 1, true, true),
    WIFI(74, 1, true, true),
    CAUSE(216, 5, true, false),
    PRINTING(74, 1, true, false),
    PRINTS_HIT(70, 1, true, true),
    TREND(116, 0, true, false),
    GROUP(90, 2, false, false),
    TAGS(100, 2, false, false),
    ADDRESS(140, 3, false, false);

    private final double least;
    private final int weight;
    private final boolean usual;
    private final boolean numeric;

    FarmColumn(double least, int weight, boolean usual, boolean numeric) {
        this.least = least;
        this.weight = weight;
        this.usual = usual;
        this.numeric = numeric;
    }

    /** Width below which it cannot be read, in pixels. */
    public double least() {
        return least;
    }

    /** Its part of the room that is left. */
    public int weight() {
        return weight;
    }

    /** Whether it is ordered by number. */
    public boolean numeric() {
        return numeric;
    }

    /** Whether rows can be ordered by it. */
    public boolean sortable() {
        return this != TREND;
    }

    /** Key of its title. */
    public String key() {
        return "farm.column." + name();
    }

    /** Name in the settings. */
    public String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column stored under that name; empty for one that this version does not know. */
    static Optional<FarmColumn> ofStoredName(String name) {
        return Arrays.stream(values()).filter(one -> one.storedName().equals(name)).findFirst();
    }

    /** Those that are shown unless the user chose otherwise. */
    static List<FarmColumn> usual() {
        return Arrays.stream(values()).filter(column -> column.usual).toList();
    }

    /**
     * Those of these columns that there is room for. Which columns the user chose is left alone; of
     * the usual ones the least telling go first, so that cause and state stay in sight.
     *
     * @param room in pixels at the usual size of text
     */
    static List<FarmColumn> fitting(List<FarmColumn> chosen, double room) {
        if (!Set.copyOf(chosen).equals(Set.copyOf(usual()))) {
            return chosen;
        }
        var left = new ArrayList<>(chosen);
        for (FarmColumn next : List.of(PRINTS_HIT, PRINTING, TREND, OWN, PATTERN, WIFI, WEBCAM)) {
            if (left.stream().mapToDouble(FarmColumn::least).sum() <= room) {
                break;
            }
            left.remove(next);
        }
        return List.copyOf(left);
    }

    /** Those of a stored look, the usual ones if it names none that is known. */
    static List<FarmColumn> of(List<String> storedNames) {
        List<FarmColumn> known =
                storedNames.stream()
                        .flatMap(name -> ofStoredName(name).stream())
                        .distinct()
                        .toList();
        return known.isEmpty() ? usual() : known;
    }
}
