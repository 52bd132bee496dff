package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.engine.port.PrinterListReader;
import dev.linkscope.ui.shell.FarmServices;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What made-up printers have in common. */
public final class FakeFarmView {
    private FakeFarmView() {}

    /** Services with that view. */
    public static FarmServices services(FarmView view) {
        return new FarmServices(() -> view, Incidents.NONE, Discovery.NONE, PrinterListReader.NONE);
    }

    /** One shared outage, and one trait of the first members if there are five. */
    public static FarmView of(
            Instant from,
            Instant to,
            List<PrinterId> members,
            int measured,
            Map<PrinterId, Double> own) {
        var outage =
                new FarmView.Shared(
                        from,
                        to,
                        false,
                        members,
                        measured,
                        1e-9,
                        Layer.ROUTER,
                        List.of(
                                Statement.of("fake.shared", members.size(), measured),
                                Statement.of("fake.shared.where")));
        List<FarmView.CommonTrait> traits =
                members.size() < 5
                        ? List.of()
                        : List.of(
                                new FarmView.CommonTrait(
                                        "access_point",
                                        "aa:bb:cc",
                                        5,
                                        5,
                                        1,
                                        20,
                                        0.0004,
                                        members.subList(0, 5)));
        return new FarmView(1, to, List.of(outage), own, false, traits);
    }
}
