package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.FoundPrinters;
import dev.linkscope.engine.FoundPrinters.Candidate;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.ui.common.FxExecutor;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What is found on the network while that is shown; used on the window's thread alone. */
final class FoundModel {
    /** Printers that are there answer within two seconds; after this long, what may be wrong. */
    private static final Duration PATIENCE = Duration.seconds(8);

    private final Discovery discovery;
    private final Supplier<List<Printer>> watched;
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final BooleanProperty patient = new SimpleBooleanProperty(true);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Discovery.@Nullable Search search;
    private int searches;

    /**
     * A model that does not search yet.
     *
     * @param watched the printers that are watched already; returns at once
     */
    FoundModel(Discovery discovery, Supplier<List<Printer>> watched) {
        this.discovery = discovery;
        this.watched = watched;
        patience.setOnFinished(event -> patient.set(false));
    }

    /** Searches whenever the node is shown in an open window, and not else. */
    void searchWhileShown(Node node) {
        ObservableValue<Boolean> open =
                node.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false);
        node.visibleProperty()
                .flatMap(visible -> visible ? open : new SimpleBooleanProperty(false))
                .subscribe(shown -> {
                    if (shown) {
                        start();
                    } else {
                        stop();
                    }
                });
    }

    private void start() {
        if (search == null) {
            int mine = ++searches;
            candidates.clear();
            patient.set(true);
            patience.playFromStart();
            search =
                    discovery.search(found ->
                            FxExecutor.FX.execute(() -> {
                                if (mine == searches) {
                                    accept(found);
                                }
                            }));
        }
    }

    private void accept(List<Discovery.Found> found) {
        List<Candidate> now = FoundPrinters.candidates(found, watched.get());
        // The list is not built anew for what nobody sees.
        if (!now.equals(candidates)) {
            candidates.setAll(now);
        }
    }

    private void stop() {
        searches++;
        patience.stop();
        if (search != null) {
            search.close();
            search = null;
        }
    }

    /** What was found so far, in the order of names. */
    ObservableList<Candidate> candidates() {
        return candidates;
    }

    /** Whether the search is so young that nothing found means nothing yet. */
    BooleanProperty patientProperty() {
        return patient;
    }
}
