package dev.linkscope.engine.port;

import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.printer.Printer;
import java.util.List;

/** Reads the logs on a printer's computer, through the way in that there is already. */
@FunctionalInterface
public interface PastLogs {
    /**
     * What they tell. Blocks; asks the user nothing and changes nothing but the login log.
     *
     * @return empty where there is no such way
     * @throws LinkException if the way is closed
     */
    List<PastRecord> read(Printer printer) throws LinkException;
}
