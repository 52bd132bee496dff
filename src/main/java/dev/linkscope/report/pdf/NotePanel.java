package dev.linkscope.report.pdf;

import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.report.ReportScope;
import java.util.ArrayList;
import java.util.List;

/** What the user says happened just before, and noted since. */
final class NotePanel {
    /** The latest ones; the attached data have all. */
    private static final int MOST = 3;

    private final Look look;

    NotePanel(Look look) {
        this.look = look;
    }

    /** At most one panel; none where nothing was said. */
    List<Block> of(ReportScope scope, List<UserNote> notes) {
        List<Block> said = new ArrayList<>();
        String before = scope.note();
        if (before != null && !before.isBlank()) {
            said.add(line("report.pages.note", before));
        }
        int first = Math.max(0, notes.size() - MOST);
        for (UserNote note : notes.subList(first, notes.size())) {
            String text =
                    look.say("report.pages.noted.at", look.times.moment(note.at()), note.text());
            said.add(line("report.pages.noted", text));
        }
        if (first > 0) {
            said.add(look.muted(look.say("report.pages.noted.more", first)));
        }
        return said.isEmpty()
                ? List.of()
                : List.of(new Panel(new Block.Stack(said), Palette.NOTE, null));
    }

    private LeadIn line(String lead, String text) {
        return new LeadIn(look.strong, look.say(lead), look.text, text);
    }
}
