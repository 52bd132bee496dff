package dev.linkscope.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report for whoever helps is made above the wizard, which comes back afterwards. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class ReportOfPlanTest {
    private final FixWindow window = new FixWindow(FakePlans.ALL);

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theWizardWaitsBehindTheReport() throws Exception {
        window.open(FakePlans.WIFI);
        String group = window.fixIt();
        window.desk.turnTo(group, "fake-human");
        window.awaitFocus("fix-export");
        window.enter();
        FixWindow.await().until(() -> window.shown("#export"));
        assertThat(window.shown("#fix-wizard")).isFalse();
        FixWindow.await().until(() -> !window.fakes.reports.requests.isEmpty());
        assertThat(window.fakes.reports.requests.getFirst().printers())
                .containsExactly(FixWindow.PRUSA.id());
        window.awaitFocus("export-this");
        window.robot.type(KeyCode.ESCAPE);
        FixWindow.await().until(() -> window.shown("#fix-wizard"));
        assertThat(window.shown("#export")).isFalse();
    }
}
