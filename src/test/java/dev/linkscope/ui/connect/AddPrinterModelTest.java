package dev.linkscope.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddPrinterModelTest {
    private static PrinterForm form(String server, boolean whileAway) {
        return new PrinterForm(
                "prusa-07.local", "Prusa", "pi", SignIn.USUAL, "", server, "", whileAway);
    }

    @Test
    void whatIsTypedAfterTheTrialCounts() {
        var services = new FakeServices().services();
        var model =
                new AddPrinterModel(
                        services.test(),
                        new Wording(services.messages()),
                        List.of(),
                        Runnable::run,
                        services.clock(),
                        page -> {});
        model.formProperty().set(form("https://app.obico.io", true));
        model.tryIt();
        await().until(() -> model.trial().stateProperty().get() == Trial.State.SUCCEEDED);
        model.formProperty().set(form("http://obico.lan:3334", false));
        Printer added = model.result().orElseThrow();
        assertThat(added.server().value()).isEqualTo("http://obico.lan:3334");
        assertThat(added.measureWhileAway()).isFalse();
    }
}
