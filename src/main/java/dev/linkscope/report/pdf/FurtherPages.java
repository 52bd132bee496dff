package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever helps looks up: a printer's particulars, figures, checks and outages. */
final class FurtherPages {
    private final Look look;
    private final Sheet sheet;
    private final Tables tables;
    private final Made made;

    FurtherPages(Look look, Sheet sheet, Made made) {
        this.look = look;
        this.sheet = sheet;
        this.tables = new Tables(sheet);
        this.made = made;
    }

    void add(Report report, PrinterReport printer) throws IOException {
        sheet.section(
                look.heading(look.say("report.pages.about")),
                new AboutSection(look, made).rows(report, printer));
        addFigures(printer);
        PluginReport plugin = printer.plugin();
        if (plugin != null) {
            sheet.section(
                    look.heading(look.say("report.pdf.plugin")),
                    new PluginSection(look).rows(printer, plugin));
        }
        sheet.section(
                look.heading(look.say("report.pdf.findings")),
                new FindingsSection(look).rows(printer.findings()));
        var checks = new ChecksSection(look, printer);
        tables.add(
                look.heading(look.say("report.pages.checks")),
                checks.head(),
                checks.rows(report.printers().size() == 1));
        var fixes = new FixSection(look);
        if (!printer.fixes().isEmpty()) {
            tables.add(look.heading(look.say("report.pdf.fix")), fixes.head(), fixes.rows(printer));
        }
        var past = new PastSection(look);
        tables.add(
                look.heading(look.say("report.pages.past")),
                past.head(),
                past.rows(printer.details().past()));
        sheet.section(
                look.heading(look.say("report.pages.environment")),
                new EnvironmentSection(look).rows(printer.facts()));
        addOutages(printer.server(), "report.pdf.outages.server");
        addOutages(printer.webcam(), "report.pdf.outages.webcam");
    }

    private void addFigures(PrinterReport printer) throws IOException {
        Pane server = printer.server();
        Pane webcam = printer.webcam();
        if (server == null && webcam == null) {
            return;
        }
        sheet.add(
                new Block.Pair(
                        figures(server, "report.pages.figures.server"),
                        figures(webcam, "report.pages.figures.webcam")));
        List<Block> phases = new ArrayList<>();
        addPhases(phases, server, "report.pdf.phases.server");
        addPhases(phases, webcam, "report.pdf.phases.webcam");
        if (!phases.isEmpty()) {
            sheet.add(Columns.of(phases));
        }
    }

    private Block figures(@Nullable Pane pane, String key) {
        if (pane == null) {
            return new Block.Gap(0);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(look.heading(look.say(key)));
        blocks.addAll(new FiguresTable(look, pane).rows());
        return new Block.Stack(blocks);
    }

    private void addPhases(List<Block> sections, @Nullable Pane pane, String key) {
        if (pane != null && !pane.figures().failuresByPhase().isEmpty()) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(look.heading(look.say(key)));
            blocks.addAll(new FiguresTable(look, pane).phases());
            sections.add(new Block.Stack(blocks));
        }
    }

    private void addOutages(@Nullable Pane pane, String key) throws IOException {
        if (pane == null) {
            return;
        }
        List<Outage> outages = pane.figures().outages();
        var table = new OutageTable(look);
        tables.add(look.heading(look.say(key)), table.head(), table.rows(outages));
    }
}
