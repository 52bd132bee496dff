package dev.linkscope.launch;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.shell.Services;
import dev.linkscope.ui.shell.Shell;
import java.util.Locale;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window on its stage. In another language it is made anew; what it shows goes on. */
final class ShownWindow {
