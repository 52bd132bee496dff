package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.engine.port.SecretStore;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All ways on which the user wants to be told, as the settings say at the moment. */
public final class UserChannels implements NoticeChannels, Notifier {
    private final Supplier<Alerts> alerts;
    private final WebhookAddress address;
    private final DesktopNotifier desktop;
    private final WebhookNotifier webhook;
    private final Notifier all;

    /**
     * The user's ways.
     *
     * @param alerts as of now; returns at once
     * @param secrets keeps the webhook's address
     * @param os name of the platform, as {@code os.name} has it
     */
    public UserChannels(Supplier<Alerts> alerts, SecretStore secrets, String os) {
        this(alerts, secrets, new DesktopNotifier(os));
    }

    UserChannels(Supplier<Alerts> alerts, SecretStore secrets, DesktopNotifier desktop) {
        this.alerts = alerts;
        this.desktop = desktop;
        address = new WebhookAddress(alerts, secrets);
        webhook = new WebhookNotifier(address);
        all =
                new SeveralNotifiers(
                        List.of(webhook, new CommandNotifier(() -> alerts.get().command())));
    }

    @Override
    public void tell(Notice notice) {
        if (alerts.get().desktop()) {
            desktop.tell(notice);
        }
        all.tell(notice);
    }

    @Override
    public @Nullable Statement problem() {
        Statement first = alerts.get().desktop() ? desktop.problem() : null;
        return first == null ? all.problem() : first;
    }

    @Override
    public boolean keepWebhook(TargetUrl full) {
        return address.keep(full);
    }

    @Override
    public void forgetWebhook() {
        address.forget();
    }

    @Override
    public @Nullable Statement tryDesktop(Notice notice) {
        return desktop.show(notice);
    }

    @Override
    public @Nullable Statement tryWebhook(@Nullable TargetUrl full, Notice notice) {
        return webhook.send(full, notice);
    }

    @Override
    public @Nullable Statement tryCommand(List<String> command, Notice notice) {
        return CommandNotifier.run(command, notice);
    }

    @Override
    public void close() {
        desktop.close();
        all.close();
    }
}
