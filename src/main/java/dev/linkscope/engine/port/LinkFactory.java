package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.Printer;

/** Makes the link that fits a printer's target. */
@FunctionalInterface
public interface LinkFactory {
    /** A link to this printer; makes no connection yet. */
    AgentLink link(Printer printer, LinkQuestions questions);
}
