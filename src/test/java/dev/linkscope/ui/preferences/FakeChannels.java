package dev.linkscope.ui.preferences;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.Notifier.Notice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Ways to be told that write down what they were asked, without a keychain. */
final class FakeChannels implements NoticeChannels {
    final List<TargetUrl> kept = new CopyOnWriteArrayList<>();
    final List<Notice> tried = new CopyOnWriteArrayList<>();
    volatile int forgotten;

    /** Why nothing arrives; null if all does. */
    volatile @Nullable Statement problem;

    @Override
    public boolean keepWebhook(TargetUrl full) {
        kept.add(full);
        return false;
    }

    @Override
    public void forgetWebhook() {
        kept.clear();
        forgotten++;
    }

    @Override
    public @Nullable Statement tryDesktop(Notice notice) {
        tried.add(notice);
        return problem;
    }

    @Override
    public @Nullable Statement tryWebhook(@Nullable TargetUrl full, Notice notice) {
        tried.add(notice);
        return problem;
    }

    @Override
    public @Nullable Statement tryCommand(List<String> command, Notice notice) {
        tried.add(notice);
        return problem;
    }
}
