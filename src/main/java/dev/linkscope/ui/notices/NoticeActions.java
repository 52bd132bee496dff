package dev.linkscope.ui.notices;

import dev.linkscope.domain.printer.PrinterId;
import java.util.List;

/** What can be done about an incident. Window's thread only. */
public interface NoticeActions {
    /** The user knows of it. */
    void acknowledge(String incident);

    /** Shows a printer. */
    void goTo(PrinterId printer);

    /** Nobody is told of these printers for an hour. */
    void mute(List<PrinterId> printers);

    /** A printer is switched off on purpose. */
    void plannedOff(PrinterId printer);

    /** How the user is told, to be changed. */
    void openAlerts();
}
