package dev.linkscope.ui.update;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.release.Release;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/**
 * What is known of newer releases, in words.
 *
 * @param state in one sentence
 * @param next what to do or to know about it; may be empty
 * @param tone how good that is
 * @param sign the same as a symbol
 */
record UpdateText(String state, String next, Tone tone, Ikon sign) {
    /** The words for what is known. */
    static UpdateText of(UpdateView view, Wording wording, Instant now) {
        if (view.place().isEmpty()) {
            return unknown(
                    wording.text("update.why.no_place"), wording.text("update.why.no_place.next"));
        }
        if (view.looking()) {
            return unknown(wording.text("update.looking", view.place().get()), "");
        }
        return switch (view.answer()) {
            case null -> remembered(view, wording, now);
            case Answer.Newer(Release release) ->
                    new UpdateText(
                            wording.text(
                                    "update.newer",
                                    release.version().toString(),
                                    wording.messages().clock().date(release.released()),
                                    view.own()),
                            wording.text("update.newer.next"),
                            Tone.WATCH,
                            MaterialDesignU.UPDATE);
            case Answer.UpToDate(Release release) ->
                    new UpdateText(
                            wording.text("update.newest", view.own()),
                            wording.text(
                                    "update.newest.next",
                                    wording.messages().clock().date(release.released())),
                            Tone.GOOD,
                            MaterialDesignC.CHECK_CIRCLE_OUTLINE);
            case Answer.CannotTell(Statement why) -> unknown(wording, why);
            case Answer.NotGenuine(String place) ->
                    new UpdateText(
                            wording.text("update.not_genuine", place),
                            wording.text("update.not_genuine.next"),
                            Tone.BAD,
                            MaterialDesignS.SHIELD_ALERT_OUTLINE);
        };
    }

    private static UpdateText remembered(UpdateView view, Wording wording, Instant now) {
        String when =
                view.lookedAt() == null
                        ? wording.text("update.never")
                        : wording.text("update.looked", wording.when(view.lookedAt(), now));
        return view.newer()
                .map(version ->
                        new UpdateText(
                                wording.text("update.known", version.toString(), view.own()),
                                wording.text("update.known.next", when),
                                Tone.WATCH,
                                MaterialDesignU.UPDATE))
                .orElseGet(() -> unknown(when, wording.text("update.never.next")));
    }

    private static UpdateText unknown(Wording wording, Statement why) {
        return unknown(
                wording.messages().render(why),
                wording.messages().render(new Statement(why.key() + ".next", why.args())));
    }

    private static UpdateText unknown(String state, String next) {
        return new UpdateText(state, next, Tone.NEUTRAL, MaterialDesignH.HELP_CIRCLE_OUTLINE);
    }
}
