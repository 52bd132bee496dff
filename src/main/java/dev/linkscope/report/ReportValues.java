package dev.linkscope.report;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.BadAddressException;
import dev.linkscope.domain.printer.HostName;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.domain.printer.WebAddress;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.report.redact.Cleaner;
import dev.linkscope.report.redact.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that a report itself tells to be private, and ids in it that are not. */
final class ReportValues {
    private final Cleaner cleaner;

    private ReportValues(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    /** Tells the cleaner of them. */
    static void learn(Report report, Cleaner cleaner) {
        var values = new ReportValues(cleaner);
        for (PrinterReport printer : report.printers()) {
            for (String text : List.of(printer.id(), printer.name(), printer.target())) {
                cleaner.reserve(text);
            }
            cleaner.keep(printer.id());
            cleaner.keep(printer.target());
            printer.fixes().forEach(values::ids);
            printer.details().notes().stream().map(UserNote::id).forEach(cleaner::keep);
        }
        report.printers().forEach(values::printer);
    }

    private void ids(ReportedFix fix) {
        cleaner.keep(fix.fixCase().id());
        cleaner.keep(fix.fixCase().group());
        fix.entries().stream().map(LedgerEntry::id).forEach(cleaner::keep);
    }

    private void printer(PrinterReport printer) {
        cleaner.learnSame(Kind.PRINTER, printer.name(), cleaner.alias(Kind.PRINTER, printer.id()));
        target(printer.target());
        pane(printer.server());
        pane(printer.webcam());
        printer.facts().forEach(this::fact);
        for (ReportedFix fix : printer.fixes()) {
            for (LedgerEntry entry : fix.entries()) {
                cleaner.learn(Kind.USER, entry.who());
                ActionCall action = entry.action();
                if (action != null) {
                    named(action.args());
                }
            }
        }
    }

    private void target(String text) {
        WebAddress page = WebAddress.of(text);
        if (page != null) {
            host(page.host());
            return;
        }
        try {
            if (TargetAddress.parse(text) instanceof Target.Ssh ssh) {
                host(ssh.host());
                String user = ssh.user();
                if (user != null && cleaner.level() == RedactionLevel.PUBLIC) {
                    cleaner.learn(Kind.USER, user);
                }
            }
        } catch (BadAddressException e) {
            // A made-up printer, or a file: its text is cleaned as any.
            return;
        }
    }

    private void pane(@Nullable Pane pane) {
        if (pane != null && !pane.address().startsWith("/")) {
            address(pane.address());
        }
    }

    /** Of an address as a page or without a scheme. */
    private void address(String text) {
        WebAddress page = WebAddress.of(text.contains("://") ? text : "http://" + text);
        if (page != null && page.host().indexOf('.') > 0) {
            host(page.host());
        }
    }

    private void fact(Fact fact) {
        String value = fact.value();
        Kind kind = FactKeys.kind(fact.key());
        if (value == null) {
            return;
        }
        if (kind != null) {
            value(kind, value);
        } else if (value.contains("://")) {
            address(value);
        }
    }

    private void named(Map<String, String> args) {
        args.forEach((name, value) -> {
            Kind kind = FactKeys.kind(name);
            if (kind != null) {
                value(kind, value);
            }
        });
    }

    private void value(Kind kind, String value) {
        if (kind == Kind.HOST) {
            host(value);
        } else {
            cleaner.learn(kind, value);
        }
    }

    /** A name goes with and without what stands behind its first dot; addresses go by looks. */
    private void host(String name) {
        if (!HostName.isUsable(name) || name.indexOf(':') >= 0 || name.matches("[\\d.]+")) {
            return;
        }
        int dot = name.indexOf('.');
        String alias = cleaner.aliasOfHost(name);
        if (dot > 0 && !alias.equals(name)) {
            cleaner.learnSame(Kind.HOST, name.substring(0, dot), alias);
        }
    }
}
