package dev.linkscope.ui.shell;

import dev.linkscope.domain.Statement;
import dev.linkscope.i18n.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds what the user has to know of settings and history, each thing once while it lasts. */
final class TroubleWatch {
    private final Supplier<List<Statement>> troubles;
    private final Messages messages;
    private final Set<Statement> told = new HashSet<>();

    TroubleWatch(Supplier<List<Statement>> troubles, Messages messages) {
        this.troubles = troubles;
        this.messages = messages;
    }

    /** Something new to be said, with its next step; empty if there is nothing. */
    Optional<String> news() {
        List<Statement> now = troubles.get();
        told.retainAll(now);
        return now.stream().filter(told::add).findFirst().map(this::sentences);
    }

    private String sentences(Statement trouble) {
        var next = new Statement(trouble.key() + ".next", trouble.args());
        return messages.render(trouble) + " " + messages.render(next);
    }
}
