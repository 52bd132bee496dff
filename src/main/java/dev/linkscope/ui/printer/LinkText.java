package dev.linkscope.ui.printer;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;

/**
 * What is said of a link that does not measure.
 *
 * @param title how it stands
 * @param reason why; empty if not known
 * @param nextStep what to do; empty if nothing
 * @param busy whether Linkscope is on the way
 * @param canRetry whether trying again now makes sense
 */
record LinkText(String title, String reason, String nextStep, boolean busy, boolean canRetry) {
    /**
     * The words for a link.
     *
     * @param clock the clock of this computer, for the countdown
     */
    static LinkText of(SessionSnapshot snapshot, Instant clock, Wording wording) {
        Failure failure = snapshot.failure();
        String reason = failure == null ? "" : wording.messages().render(failure.message());
        String next = failure == null ? "" : wording.messages().render(failure.nextStep());
        String target = snapshot.printer().target().display();
        return switch (snapshot.link()) {
            case CONNECTING ->
                    new LinkText(wording.text("link.connecting", target), reason, "", true, false);
            case WAITING ->
                    new LinkText(countdown(snapshot, clock, wording), reason, next, false, true);
            case FAILED -> new LinkText(wording.text("link.failed"), reason, next, false, true);
            case MEASURING, ENDED ->
                    new LinkText(wording.text("link.ended"), reason, next, false, true);
            case RECORDED -> new LinkText(wording.text("opened.link"), reason, next, false, false);
        };
    }

    /** The words for a printer that was switched off on purpose. */
    static LinkText plannedOff(SessionSnapshot snapshot, Wording wording) {
        return new LinkText(
                wording.text("verdict.PLANNED_OFF", snapshot.printer().name()),
                wording.text("link.planned_off"),
                "",
                false,
                true);
    }

    private static String countdown(SessionSnapshot snapshot, Instant clock, Wording wording) {
        Instant retryAt = snapshot.retryAt();
        if (retryAt == null || !retryAt.isAfter(clock)) {
            return wording.text("link.waiting.now");
        }
        // Rounded up, so that the last second reads 1 and not 0.
        return wording.text("link.waiting", Duration.between(clock, retryAt).plusMillis(499));
    }

    /** Whether a link needs words at all. */
    static boolean isNeeded(SessionSnapshot snapshot) {
        return snapshot.link() == LinkState.RECORDED
                ? snapshot.failure() != null
                : snapshot.link() != LinkState.MEASURING;
    }
}
