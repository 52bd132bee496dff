package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Printer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's printers and choices, without any secret. Thread-safe. */
public interface SettingsStore {
    /**
     * The settings as last stored; defaults on the first start or after a broken file was moved
     * aside.
     */
    Settings load();

    /** Where a broken settings file was moved on the last load; null if it was whole. */
    @Nullable String brokenFileMovedTo();

    /**
     * Stores the settings; atomic, soon but not at once.
     *
     * @param settings replaces what was stored
     */
    void save(Settings settings);

    /** Writes what is still waiting. */
    void flush();

    /**
     * What kept the last change from being stored; null while all is well. Its key with {@code
     * .next} says what to do.
     */
    default @Nullable Statement problem() {
        return null;
    }

    /**
     * How probes treat servers that are not the user's.
     *
     * @param serverRequestsPerSecond most requests a second of all printers to one server host
     * @param internetReferences whether two references in the internet are asked too
     */
    record Manners(double serverRequestsPerSecond, boolean internetReferences) {
        /** Unless the user chose otherwise. */
        public static final Manners USUAL = new Manners(2, true);

        /**
         * The references, host and port: two of different operators, by address, so that no name
         * has to be looked up.
         */
        public static final List<String> REFERENCES = List.of("1.1.1.1:443", "9.9.9.9:443");
    }

    /**
     * Settings of the program.
     *
     * @param printers in the user's order
     * @param theme {@code system}, {@code light} or {@code dark}
     * @param instance id of this installation
     * @param manners how probes treat servers
     */
    record Settings(List<Printer> printers, String theme, String instance, Manners manners) {
        public Settings {
            printers = List.copyOf(printers);
        }

        /** Settings with the usual manners. */
        public Settings(List<Printer> printers, String theme, String instance) {
            this(printers, theme, instance, Manners.USUAL);
        }

        /** The same with other printers. */
        public Settings withPrinters(List<Printer> other) {
            return new Settings(other, theme, instance, manners);
        }

        /** The same with another theme. */
        public Settings withTheme(String other) {
            return new Settings(printers, other, instance, manners);
        }
    }
}
