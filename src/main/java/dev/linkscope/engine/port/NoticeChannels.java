package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Notifier.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways on which the user is told, to be set up and tried. A statement of failure has its next
 * step at its key with {@code .next}. Every method may block for half a minute.
 */
public interface NoticeChannels {
    /** Nothing can be set up; whatever is tried seems to arrive. */
    NoticeChannels NONE =
            new NoticeChannels() {
                @Override
                public boolean keepWebhook(TargetUrl full) {
                    return false;
                }

                @Override
                public void forgetWebhook() {}

                @Override
                public @Nullable Statement tryDesktop(Notice notice) {
                    return null;
                }

                @Override
                public @Nullable Statement tryWebhook(@Nullable TargetUrl full, Notice notice) {
                    return null;
                }

                @Override
                public @Nullable Statement tryCommand(List<String> command, Notice notice) {
                    return null;
                }
            };

    /**
     * Takes the whole address of the webhook, which is a secret.
     *
     * @return whether it is kept beyond the end of the program
     */
    boolean keepWebhook(TargetUrl full);

    /** Forgets the address of the webhook. */
    void forgetWebhook();

    /** Shows a notice on this desktop once; null if it was taken, else why it was not. */
    @Nullable Statement tryDesktop(Notice notice);

    /**
     * Sends a notice once.
     *
     * @param full where to; null for the address that is kept
     * @return null if it arrived, else why it did not
     */
    @Nullable Statement tryWebhook(@Nullable TargetUrl full, Notice notice);

    /** Runs a command with a notice once; null if it succeeded, else why it did not. */
    @Nullable Statement tryCommand(List<String> command, Notice notice);
}
