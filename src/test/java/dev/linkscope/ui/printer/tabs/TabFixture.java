package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeTimelines;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.timeline.TimeView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** What tabs need, made of fakes. */
final class TabFixture {
    static final Wording WORDING = new Wording(Messages.in(Locale.US, ZoneOffset.UTC));

    final FakeTimelines timelines = new FakeTimelines();
    final List<SessionSnapshot> farm = new ArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    FarmView common = FarmView.NONE;
    Path place;
    final TimeView view =
            new TimeView(
                    new Span(FakeSnapshots.NOW.minus(Duration.ofDays(1)), FakeSnapshots.NOW),
                    Duration.ofHours(2));

    TabServices services() {
        return new TabServices(
                timelines,
                new Background(FxExecutor.FX),
                () -> farm,
                () -> common,
                snapshot -> {},
                printer -> false,
                name -> place == null ? null : place.resolve(name),
                said::add);
    }

    static TabInput input(SessionSnapshot snapshot) {
        return new TabInput(snapshot, WitnessView.NONE, FakeSnapshots.NOW);
    }

    static Finding finding(String rule, Verdict verdict) {
        return new Finding(
                rule,
                verdict,
                Severity.CRITICAL,
                Confidence.POINTS_TO,
                Statement.of("cause." + rule + ".name"),
                List.of(),
                Statement.of("cause." + rule + ".next"),
                List.of());
    }

    /** Waits for what is made in the background. */
    static void await(Callable<Boolean> what) {
        UiWindow.await().until(() -> FxToolkit.onFx(what));
    }
}
