package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.i18n.Messages;

/** What plans and steps are called. Of one that this version does not know, its id. */
public final class FixTitles {
    private final Messages messages;
    private final Wording wording;

    /** Titles in the language of the messages. */
    public FixTitles(Messages messages) {
        this.messages = messages;
        this.wording = new Wording(messages);
    }

    /** The title of a plan for a printer. */
    public String plan(String id, String printer) {
        return title("plan." + id + ".title", id, printer);
    }

    /** The title of a step for a printer. */
    public String step(String id, String printer) {
        return title("step." + id + ".title", id, printer);
    }

    private String title(String key, String id, String printer) {
        return messages.has(key) ? wording.of(Statement.of(key, printer)) : id;
    }
}
