package dev.linkscope.ui.desktop;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import java.nio.file.Path;
import java.util.List;

/** What can be reached in the window from outside. Window's thread only. */
public interface Places {
    /** All printers, in the user's order. */
    List<Printer> printers();

    /** Shows the page of all printers, unless there is none. */
    void showFarm();

    /**
     * Shows those of all printers that match.
     *
     * @param query what is searched for
     */
    void search(String query);

    /** Shows a printer's page. */
    void open(PrinterId printer);

    /** Adds the made-up farm. */
    void openDemo();

    /** Opens reports, each in a window of its own. */
    void openReports(List<Path> files);

    /** Tells the user something. */
    void say(String sentence);
}
