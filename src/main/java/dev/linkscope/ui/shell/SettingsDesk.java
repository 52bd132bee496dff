package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Motion;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.FarmCommands;
import dev.linkscope.ui.preferences.EveryPrinter;
import dev.linkscope.ui.preferences.Section;
import dev.linkscope.ui.preferences.SettingsCard;
import dev.linkscope.ui.preferences.SettingsServices;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.preferences.WindowLook;
import dev.linkscope.ui.update.UpdateDesk;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Opens the settings above the window, and changes the window as they say. */
final class SettingsDesk {
    private final Services services;
    private final Wording wording;
    private final Overlay overlay;
    private final Background background;
    private final Toast toast;
    private final SettingsWriter writer;
    private final FarmCommands commands;
    private final ThemeSwitch theme;
    private final UpdateDesk updates;
    private final Parent root;
    private Surroundings surroundings = Surroundings.NONE;
    private @Nullable SettingsCard open;

    SettingsDesk(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Toast toast,
            SettingsWriter writer,
            FarmCommands commands,
            ThemeSwitch theme,
            UpdateDesk updates,
            Parent root) {
        this.services = services;
        this.wording = wording;
        this.overlay = overlay;
        this.background = background;
        this.toast = toast;
        this.writer = writer;
        this.commands = commands;
        this.theme = theme;
        this.updates = updates;
        this.root = root;
        theme.onToggled(this::toggled);
    }

    /** What the settings tell of and change outside of the window. */
    void surround(Surroundings with) {
        surroundings = with;
    }

    /** Opens the settings at a section, unless another card is open. */
    void open(Section first) {
        if (overlay.isOpen()) {
            return;
        }
        StackPane box = Dialogs.place();
        var card =
                new SettingsCard(
                        new SettingsServices(
                                services.settings(),
                                writer,
                                services.applied(),
                                services.past().book(),
                                services.many().channels(),
                                printers(),
                                this::name,
                                surroundings.languages(),
                                surroundings.computer(),
                                updates,
                                look(),
                                toast::say,
                                wording,
                                background,
                                services.clock()),
                        first,
                        () -> {
                            open = null;
                            overlay.close(box);
                        });
        open = card;
        box.getChildren().setAll(card);
        overlay.open(box, card::focusFirst);
    }

    /** Takes what was typed last, as the window closes. */
    void close() {
        SettingsCard card = open;
        if (card != null) {
            card.close();
        }
    }

    private void toggled(Theme now) {
        SettingsCard card = open;
        if (card != null) {
            card.changedElsewhere(old -> old.withTheme(now.storedName()));
        }
    }

    private Optional<String> name(PrinterId id) {
        return services.farm().snapshot(id).map(SessionSnapshot::printer).map(Printer::name);
    }

    private EveryPrinter printers() {
        return new EveryPrinter() {
            @Override
            public Map<PrinterId, Duration> cadences() {
                return commands.cadences();
            }

            @Override
            public void measure(Map<PrinterId, Duration> cadences) {
                Runnable work = commands.measureAt(cadences);
                background.start(
                        "cadences",
                        () -> {
                            work.run();
                            return true;
                        },
                        done -> {},
                        problem -> toast.say(wording.text("preferences.unapplied")));
            }
        };
    }

    private WindowLook look() {
        return new WindowLook() {
            @Override
            public void theme(String name) {
                theme.choose(Theme.ofStoredName(name));
            }

            @Override
            public void textSize(double factor) {
                TextSize.apply(root.getScene(), factor);
            }

            @Override
            public void motion(Preferences.Motion wish) {
                Motion.apply(root.getScene(), wish);
            }

            @Override
            public void language(String tag) {
                surroundings.language().accept(tag);
            }
        };
    }
}
