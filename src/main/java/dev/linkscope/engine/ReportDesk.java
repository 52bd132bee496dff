package dev.linkscope.engine;

import dev.linkscope.domain.printer.PrinterId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes reports of what is being watched. Its methods block; never call them on the window's
 * thread.
 */
public interface ReportDesk {
    /**
     * Writes a PDF of the chosen printers.
     *
     * @throws IOException if it cannot be written, with a message for the user
     */
    void exportPdf(List<PrinterId> printers, Path file) throws IOException;
}
