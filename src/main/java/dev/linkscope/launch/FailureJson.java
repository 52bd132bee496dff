package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.i18n.Messages;
import tools.jackson.databind.node.ObjectNode;

/** A failure as JSON, as reports have it. */
final class FailureJson {
    private FailureJson() {}

    /** Puts its name, what happened and what to do next. */
    static void put(ObjectNode node, Failure failure, Messages messages) {
        node.put("code", failure.code().wireName())
                .put("message", messages.render(failure.message()))
                .put("nextStep", messages.render(failure.nextStep()));
    }
}
