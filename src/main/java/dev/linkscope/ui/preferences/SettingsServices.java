package dev.linkscope.ui.preferences;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.update.UpdateDesk;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the settings need from the rest of the program.
 *
 * @param settings read from here
 * @param writer written here
 * @param applied takes up changed settings; blocks, and is called in the background
 * @param book the history
 * @param channels how the user is told
 * @param printers how often the printers are measured
 * @param names of printers
 * @param languages that the window speaks
 * @param computer this computer and this program
 * @param updates looks for updates
 * @param look changes the window at once
 * @param say tells the user something once the settings are closed
 * @param wording words of the window
 * @param background for what takes time
 * @param clock the time now
 */
public record SettingsServices(
        SettingsStore settings,
        SettingsWriter writer,
        Consumer<Settings> applied,
        HistoryBook book,
        NoticeChannels channels,
        EveryPrinter printers,
        Function<PrinterId, Optional<String>> names,
        List<Locale> languages,
        ThisComputer computer,
        UpdateDesk updates,
        WindowLook look,
        Consumer<String> say,
        Wording wording,
        Background background,
        InstantSource clock) {}
