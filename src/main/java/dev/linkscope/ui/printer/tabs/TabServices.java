package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.common.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the tabs need from the rest of the program.
 *
 * @param timelines reads single attempts and readings of the past
 * @param background where that is done
 * @param farm all printers as they stand; returns at once
 * @param view what they have in common; returns at once
 * @param readPlugin asked for the plugin's own report
 * @param signedIn whether the user signed in with a printer's OctoPrint
 * @param place asks the user where attempts are saved
 * @param say tells the user a sentence
 */
public record TabServices(
        Timelines timelines,
        Background background,
        Supplier<List<SessionSnapshot>> farm,
        Supplier<FarmView> view,
        Consumer<SessionSnapshot> readPlugin,
        Predicate<Printer> signedIn,
        CsvPlace place,
        Consumer<String> say) {
    /** Asks the user where a file goes. */
    @FunctionalInterface
    public interface CsvPlace {
        /**
         * Asks. Window's thread.
         *
         * @param name suggested name of the file, with its ending
         * @return where; null if the user changed their mind
         */
        @Nullable Path choose(String name);
    }
}
