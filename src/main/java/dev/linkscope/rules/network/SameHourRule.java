package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** Outages come at one hour of the day: something with a timetable, or neighbours with habits. */
final class SameHourRule implements Rule {
    private static final int DAYS = 2;

    @Override
    public String id() {
        return "same_hour";
    }

    @Override
    public Layer layer() {
        return Layer.INTERNET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        if (printer.coincidences().stream().noneMatch(one -> one.factor().startsWith("hour."))) {
            clues.missing();
        }
        Optional<Coincidence> hour = Circumstance.hour(printer);
        if (hour.isPresent()) {
            clues.saying(Circumstance.hourOf(hour.get()));
            Circumstance.weighHour(clues, printer);
            weighLogs(clues, printer);
        }
        return clues.conclude(hour.isPresent() ? printer.server().severity() : failed.severity(0));
    }

    /** Drop-outs that logs tell of, at one hour on several days. */
    private static void weighLogs(Clues clues, PrinterCase printer) {
        var hours = new int[24];
        for (int i = 0; i < hours.length; i++) {
            int hour = i;
            hours[i] = (int) days(printer, hour).distinct().count();
        }
        int most = 0;
        for (int days : hours) {
            most = Math.max(most, days);
        }
        if (most >= DAYS) {
            clues.weak("past", Statement.of("clue.past.same_hour", most));
        }
    }

    private static Stream<LocalDate> days(PrinterCase printer, int hour) {
        return Stream.of(PastKind.SERVER_LOST, PastKind.LINK_LOST)
                .flatMap(kind -> printer.past(kind).stream())
                .map(PastEvent::from)
                .map(from -> from.atZone(ZoneOffset.UTC))
                .filter(from -> from.getHour() == hour)
                .map(from -> from.toLocalDate());
    }
}
