package dev.linkscope.report;

import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.PrinterDetails;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what the further pages tell.
 *
 * @param report cleans its texts
 * @param owner whose details they are
 */
record DetailsCleaner(ReportCleaner report, OwnId owner) {
    PrinterDetails details(PrinterDetails details) {
        return new PrinterDetails(
                version(details.agentVersion()),
                details.chain(),
                details.series(),
                details.past().stream().map(this::past).toList(),
                report.statements(details.said()),
                details.notes().stream().map(this::note).toList());
    }

    /** Four numbers with dots are a version here, not an address. */
    private @Nullable String version(@Nullable String version) {
        return version == null ? null : report.name(version);
    }

    private PastRecord past(PastRecord past) {
        return new PastRecord(
                report.text(past.source()),
                past.from(),
                past.to(),
                past.events().stream().map(this::event).toList());
    }

    private PastEvent event(PastEvent event) {
        return new PastEvent(
                event.kind(),
                event.from(),
                event.to(),
                report.name(event.errorClass()),
                event.count());
    }

    private UserNote note(UserNote note) {
        PrinterId printer = note.printer();
        return new UserNote(
                report.name(note.id()),
                printer == null ? null : owner.of(printer),
                note.at(),
                note.writtenAt(),
                report.text(note.text()));
    }
}
