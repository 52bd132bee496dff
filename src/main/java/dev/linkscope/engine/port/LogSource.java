package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.report.Enclosure;
import java.io.IOException;
import java.util.List;

/** Fetches the logs that support asks for. */
@FunctionalInterface
public interface LogSource {
    /** Has none. */
    LogSource NONE = _ -> List.of();

    /**
     * The logs of a printer, newest part of each.
     *
     * @throws IOException if they cannot be had, with a message for the user
     */
    List<Enclosure> logs(Printer printer) throws IOException;
}
