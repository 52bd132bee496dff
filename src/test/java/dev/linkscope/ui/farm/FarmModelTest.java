package dev.linkscope.ui.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.FakeFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.common.Condition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarmModelTest {
    private Alerts alerts = Alerts.USUAL;
    private final FarmModel model = new FarmModel(FakeServices.WORDING, () -> alerts);

    private List<String> shown() {
        return model.shown().stream().map(item -> item.row().printer().name()).toList();
    }

    @Test
    void choosesTheFirstPrinterAndCountsThoseThatNeedAction() {
        List<SessionSnapshot> farm = FakeSnapshots.farm();
        model.accept(farm);
        assertThat(model.selectedProperty().get()).isEqualTo(farm.getFirst().printer().id());
        assertThat(model.summaryProperty().get()).isEqualTo("12 printers · 5 need action");
        assertThat(model.emptyProperty().get()).isFalse();
    }

    @Test
    void keepsPlacesAndSelectionWhenFiguresChange() {
        var farm = new FakeFarm();
        var printer = FakeSnapshots.printer("Prusa-07");
        farm.put(FakeSnapshots.healthy("Ender-01", 1));
        farm.put(FakeSnapshots.connecting(printer));
        model.accept(farm.snapshots());
        model.selectedProperty().set(printer.id());
        PrinterItem place = model.shown().get(1);

        farm.put(FakeSnapshots.bursts(printer, 7));
        model.accept(farm.snapshots());

        assertThat(model.shown().get(1)).isSameAs(place);
        assertThat(place.row().rate()).isEqualTo("25.3%");
        assertThat(place.row().words()).isEqualTo("Take action · in bursts");
        assertThat(model.selectedProperty().get()).isEqualTo(printer.id());
    }

    @Test
    void whatIsSwitchedOffOnPurposeNeedsNoAction() {
        SessionSnapshot away =
                FakeSnapshots.waiting(
                        FakeSnapshots.printer("Voron-08"), FakeSnapshots.NOW.plusSeconds(9));
        model.accept(List.of(away));
        model.accept(List.of(away));
        assertThat(model.shown().getFirst().row().condition()).isEqualTo(Condition.WAITING);

        alerts = alerts.attending(List.of(away.printer().id()), old -> new Attention(true, null));
        model.catchUp();

        assertThat(model.shown().getFirst().row().condition()).isEqualTo(Condition.PLANNED_OFF);
        assertThat(model.shown().getFirst().row().words()).isEqualTo("Off, planned");
    }

    @Test
    void searchesNameAddressAndWords() {
        model.accept(FakeSnapshots.farm());
        model.queryProperty().set("bursts");
        assertThat(shown()).containsExactly("Prusa-07", "Demo: weak Wi-Fi");
        model.queryProperty().set("VORON-08.local");
        assertThat(shown()).containsExactly("Voron-08");
        model.queryProperty().set(" ");
        assertThat(shown()).hasSize(12);
    }

    @Test
    void choosesAnotherWhenTheChosenOneGoes() {
        var farm = new ArrayList<>(FakeSnapshots.farm());
        model.accept(farm);
        model.hide(List.of(farm.getFirst().printer().id()), true);
        assertThat(model.selectedProperty().get()).isEqualTo(farm.get(1).printer().id());
        model.accept(List.of());
        assertThat(model.selectedProperty().get()).isNull();
        assertThat(model.summaryProperty().get()).isEqualTo("No printers · none needs action");
    }

    @Test
    void saysWhyThereIsNoRate() {
        model.accept(FakeSnapshots.farm());
        assertThat(model.shown().get(6).row().rate()).isEqualTo("no link");
        assertThat(model.shown().get(9).row().rate()).isEqualTo("–");
        assertThat(model.shown().get(10).row().words()).isEqualTo("Connecting");
    }
}
