package dev.linkscope.ui.notices;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.Notifier.Change;
import dev.linkscope.engine.port.Notifier.Notice;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Tries a way to be told, away from the window's thread, and says what came of it. */
final class AlertsTrial {
    private final NoticeChannels channels;
    private final Background background;
    private final InstantSource clock;
    private final Wording wording;

    AlertsTrial(
            NoticeChannels channels, Background background, InstantSource clock, Wording wording) {
        this.channels = channels;
        this.background = background;
        this.clock = clock;
        this.wording = wording;
    }

    /** Sends one notice on a way; the button rests meanwhile. */
    void run(
            Button button,
            Label result,
            BiFunction<NoticeChannels, Notice, @Nullable Statement> way) {
        button.setDisable(true);
        result.setText(wording.text("alerts.trying"));
        Notice notice = notice();
        background.start(
                "notice-trial",
                () -> Optional.ofNullable(way.apply(channels, notice)),
                problem -> {
                    button.setDisable(false);
                    result.setText(problem.map(this::told).orElse(wording.text("alerts.sent")));
                },
                failure -> {
                    button.setDisable(false);
                    result.setText(wording.text("alerts.trial.broken"));
                });
    }

    private String told(Statement problem) {
        return wording.messages().render(problem)
                + " "
                + wording.text(problem.key() + ".next", problem.args().toArray());
    }

    private Notice notice() {
        Instant now = clock.instant();
        var incident =
                new Incident(
                        "test",
                        Incident.Kind.SERVER,
                        List.of(),
                        now,
                        null,
                        Severity.INFO,
                        Statement.of("alerts.trial.title"),
                        null,
                        null);
        return new Notice(
                now,
                Change.OPENED,
                incident,
                wording.text("alerts.trial.title"),
                wording.text("alerts.trial.text"));
    }
}
