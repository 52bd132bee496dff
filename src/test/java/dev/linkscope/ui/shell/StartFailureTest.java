package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.access.AccessWalk;
import dev.linkscope.ui.common.Theme;
import javafx.scene.control.Alert;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why the window does not open can be read by everybody. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class StartFailureTest {
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsMissed(Theme theme) throws Exception {
        Alert alert =
                FxToolkit.onFx(() -> {
                    theme.apply();
                    Alert made =
                            StartFailure.alert(
                                    "The folder of the history cannot be written.",
                                    "Make room on the disk or choose another folder with"
                                            + " LINKSCOPE_HOME, then start Linkscope again.");
                    made.show();
                    return made;
                });
        try {
            assertThat(AccessWalk.seen(alert.getDialogPane().getScene())).isEmpty();
        } finally {
            FxToolkit.onFx(alert::close);
        }
    }
}
