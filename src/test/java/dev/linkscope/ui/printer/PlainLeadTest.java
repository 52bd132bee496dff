package dev.linkscope.ui.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.common.Wording;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlainLeadTest {
    private static Map<String, String> leads(Locale language) {
        var wording = new Wording(Messages.in(language, ZoneOffset.UTC));
        Map<String, String> leads = new TreeMap<>();
        FakeSnapshots.farm()
                .forEach(one ->
                        leads.put(
                                one.printer().name(),
                                PlainLead.of(one, wording).orElse("nothing")));
        return leads;
    }

    @Test
    void saysWhatIsWrongWithoutAFigure() {
        assertThat(leads(Locale.ENGLISH))
                .containsEntry(
                        "Prusa-07",
                        "Prusa-07 loses the server in bursts, and it is probably still going on")
                .containsEntry("Bambu-09", "Bambu-09 does not reach the server")
                .containsEntry(
                        "MK4-04",
                        "MK4-04 misses pictures of its camera more and more often, and it is probably still going on")
                .containsEntry("MK4-05", "nothing");
        assertThat(leads(Locale.GERMAN))
                .containsEntry("Bambu-09", "Bambu-09 erreicht den Server nicht");
    }
}
