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
     * What of the settings could not be used on the last load, so that the usual value counts; a
     * statement's key with {@code .next} says what to do.
     */
    default List<Statement> remarks() {
        return List.of();
    }

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
     * @param references those two, host and port
     * @param resolvers addresses of name servers that are asked beside those of the Pi
     */
    record Manners(
            double serverRequestsPerSecond,
            boolean internetReferences,
            List<String> references,
            List<String> resolvers) {
        /**
         * The usual references, host and port: two of different operators, by address, so that no
         * name has to be looked up.
         */
        public static final List<String> REFERENCES = List.of("1.1.1.1:443", "9.9.9.9:443");

        /** Unless the user chose otherwise. */
        public static final Manners USUAL = new Manners(2, true);

        public Manners {
            references = List.copyOf(references);
            resolvers = List.copyOf(resolvers);
        }

        /** References that are asked: none where they are switched off. */
        public List<String> referencesAsked() {
            return internetReferences ? references : List.of();
        }

        /** The usual references, and no other name servers. */
        public Manners(double serverRequestsPerSecond, boolean internetReferences) {
            this(serverRequestsPerSecond, internetReferences, REFERENCES, List.of());
        }
    }

    /**
     * How the page of the farm looks.
     *
     * @param cards whether it shows cards instead of a table
     * @param columns names of the table's columns in order; empty for the usual ones
     */
    record FarmLook(boolean cards, List<String> columns) {
        /** Unless the user chose otherwise. */
        public static final FarmLook USUAL = new FarmLook(false, List.of());

        public FarmLook {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Settings of the program.
     *
     * @param printers in the user's order
     * @param theme {@code system}, {@code light} or {@code dark}
     * @param instance id of this installation
     * @param manners how probes treat servers
     * @param alerts how the user wants to be told
     * @param farmLook how the page of the farm looks
     * @param preferences the rest of what the user chose
     */
    record Settings(
            List<Printer> printers,
            String theme,
            String instance,
            Manners manners,
            Alerts alerts,
            FarmLook farmLook,
            Preferences preferences) {
        public Settings {
            printers = List.copyOf(printers);
        }

        /** Settings with everything else as usual. */
        public Settings(List<Printer> printers, String theme, String instance) {
            this(
                    printers,
                    theme,
                    instance,
                    Manners.USUAL,
                    Alerts.USUAL,
                    FarmLook.USUAL,
                    Preferences.USUAL);
        }

        /** The same with other printers. */
        public Settings withPrinters(List<Printer> other) {
            return new Settings(other, theme, instance, manners, alerts, farmLook, preferences);
        }

        /** The same with another theme. */
        public Settings withTheme(String other) {
            return new Settings(printers, other, instance, manners, alerts, farmLook, preferences);
        }

        /** The same, told otherwise. */
        public Settings withAlerts(Alerts other) {
            return new Settings(printers, theme, instance, manners, other, farmLook, preferences);
        }

        /** The same with another look of the farm's page. */
        public Settings withFarmLook(FarmLook other) {
            return new Settings(printers, theme, instance, manners, alerts, other, preferences);
        }

        /** The same with other manners. */
        public Settings withManners(Manners other) {
            return new Settings(printers, theme, instance, other, alerts, farmLook, preferences);
        }

        /** The same with other preferences. */
        public Settings withPreferences(Preferences other) {
            return new Settings(printers, theme, instance, manners, alerts, farmLook, other);
        }
    }
}
