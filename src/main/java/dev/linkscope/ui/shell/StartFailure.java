package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Theme;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * Says in a dialog why the window does not open: who started the program by its icon sees no
 * terminal.
 */
public final class StartFailure {
    private StartFailure() {}

    /**
     * Shows the sentence and the next step, and waits until the dialog is closed. The toolkit has
     * been started, and ends with it.
     */
    public static void show(String sentence, String nextStep) {
        var closed = new CountDownLatch(1);
        FxExecutor.FX.execute(() -> {
            Theme.SYSTEM.apply();
            Alert alert = alert(sentence, nextStep);
            alert.setOnHidden(event -> closed.countDown());
            alert.show();
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    /** The dialog, not shown yet. */
    static Alert alert(String sentence, String nextStep) {
        var alert = new Alert(Alert.AlertType.ERROR, nextStep);
        alert.setTitle("Linkscope");
        alert.setHeaderText(sentence);
        alert.setGraphic(Nodes.icon(MaterialDesignA.ALERT_OCTAGON));
        // The whole next step is shown, however long it is.
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        return alert;
    }
}
