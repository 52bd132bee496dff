package dev.linkscope.ui.shell;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.ui.common.Wording;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the user has to know of the settings, each thing once. */
final class SettingsWatch {
    private final SettingsStore store;
    private final Wording wording;
    private boolean movedTold;
    private @Nullable Statement told;

    SettingsWatch(SettingsStore store, Wording wording) {
        this.store = store;
        this.wording = wording;
    }

    /** Something new to be said; empty if there is nothing. */
    Optional<String> news() {
        String moved = store.brokenFileMovedTo();
        if (moved != null && !movedTold) {
            movedTold = true;
            return Optional.of(wording.text("settings.moved", moved));
        }
        Statement problem = store.problem();
        if (Objects.equals(problem, told)) {
            return Optional.empty();
        }
        told = problem;
        return problem == null ? Optional.empty() : Optional.of(sentences(problem));
    }

    private String sentences(Statement problem) {
        var next = new Statement(problem.key() + ".next", problem.args());
        return wording.messages().render(problem) + " " + wording.messages().render(next);
    }
}
