package dev.linkscope.rules.scenario;

import dev.linkscope.rules.PrinterCase;

/** A printer that is kept as a scenario. */
public final class KeptPrinter {
    private KeptPrinter() {}

    /**
     * The printer of a scenario, such as {@code cases/T25} or {@code host.load/supported}.
     *
     * @throws java.io.UncheckedIOException if there is none of that name
     */
    public static PrinterCase of(String scenario) {
        String folder = scenario.startsWith("cases/") ? "" : "rules/";
        return ScenarioFile.read(ScenarioFile.FOLDER.resolve(folder + scenario + ".json"))
                .printer()
                .build();
    }
}
