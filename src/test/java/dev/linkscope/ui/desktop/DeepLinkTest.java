package dev.linkscope.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.desktop.DeepLink.ToFarm;
import dev.linkscope.ui.desktop.DeepLink.ToPrinter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What links mean, and that most texts mean nothing. */
class DeepLinkTest {
    @ParameterizedTest
    @CsvSource({
        "linkscope://printer/Prusa-07, Prusa-07",
        "LINKSCOPE://Printer/Prusa-07/, Prusa-07",
        "linkscope://printer/Prusa%2007, Prusa 07",
        "linkscope://printer/Werkstatt%20T%C3%BCr, Werkstatt Tür",
        "linkscope://printer/Werkstatt Tür, Werkstatt Tür",
        "linkscope://printer/3D%20%E5%8D%B0%E5%88%B7, 3D 印刷",
        "linkscope://printer/%F0%9F%96%A8, 🖨",
        "linkscope://printer/a%2Fb, a/b",
        "linkscope://printer/100%25, 100%",
        "linkscope://printer/a+b, a+b",
        // A letter and its accent apart are the same name.
        "linkscope://printer/Tu%CC%88r, Tür"
    })
    void namesAreDecoded(String link, String name) {
        assertThat(DeepLink.parse(link)).contains(new ToPrinter(name));
    }

    @Test
    void theFarmHasALinkToo() {
        assertThat(DeepLink.parse("linkscope://farm")).contains(new ToFarm());
        assertThat(DeepLink.parse("linkscope://FARM/")).contains(new ToFarm());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linkscope",
                "linkscope:farm",
                "linkscope:///farm",
                "http://farm",
                "file:///etc/passwd",
                "linkscope://",
                "linkscope://printer",
                "linkscope://printer/",
                "linkscope://printer/%20",
                "linkscope://printer//a",
                "linkscope://printer/a/b",
                "linkscope://printer/a?b=c",
                "linkscope://printer/a#b",
                "linkscope://user@printer/a",
                "linkscope://printer:80/a",
                "linkscope://farm/all",
                "linkscope://settings/reset",
                "linkscope://printer/%",
                "linkscope://printer/%4",
                "linkscope://printer/%zz",
                "linkscope://printer/%C3",
                "linkscope://printer/%C0%AF",
                "linkscope://printer/%ED%A0%80",
                "linkscope://printer/a%00b",
                "linkscope://printer/a%0Ab",
                "linkscope://printer/a%1B[2J",
                "linkscope://printer/a%C2%85b",
                "linkscope://printer/%E2%80%AEexe",
                "linkscope://printer/a\nb",
                " linkscope://farm"
            })
    void everythingElseIsNone(String text) {
        assertThat(DeepLink.parse(text)).isEmpty();
    }

    @Test
    void halfACharacterIsNone() {
        assertThat(DeepLink.parse("linkscope://printer/a\ud800b")).isEmpty();
    }

    @Test
    void whatIsTooLongIsNone() {
        String most = "x".repeat(DeepLink.LONGEST_NAME);
        assertThat(DeepLink.parse("linkscope://printer/" + most)).isPresent();
        assertThat(DeepLink.parse("linkscope://printer/" + most + "x")).isEmpty();
        assertThat(DeepLink.parse("linkscope://farm" + "/".repeat(DeepLink.LONGEST))).isEmpty();
    }

    @Property(tries = 2000)
    void anyTextIsReadOrIsNone(@ForAll @StringLength(max = 60) String text) {
        DeepLink.parse(text);
        Optional<DeepLink> link = DeepLink.parse("linkscope://printer/" + text);
        link.ifPresent(found -> {
            assertThat(found).isInstanceOf(ToPrinter.class);
            assertThat(((ToPrinter) found).wanted().codePoints())
                    .noneMatch(Character::isISOControl)
                    .hasSizeLessThanOrEqualTo(DeepLink.LONGEST_NAME);
        });
    }

    @Property(tries = 500)
    void aLinkToAPlainNameLeadsThere(@ForAll("names") String name) {
        assertThat(DeepLink.parse(DeepLink.to(name))).contains(new ToPrinter(name));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcXYZ019 -_.~%/?#+&=äöüß印刷")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> name.strip().equals(name) && !name.isEmpty());
    }

    @Test
    void idsGoBeforeNamesAndExactNamesBeforeOthers() {
        Printer first = FakeSnapshots.printer("Prusa");
        Printer second = FakeSnapshots.printer("prusa").withId(new PrinterId(UUID.randomUUID()));
        Printer third = FakeSnapshots.printer("Voron").withName(first.id().toString());
        List<Printer> all = List.of(first, second, third);
        assertThat(LinkTarget.find("prusa", all)).containsExactly(second);
        assertThat(LinkTarget.find("PRUSA", all)).containsExactly(first, second);
        assertThat(LinkTarget.find(first.id().toString().toUpperCase(Locale.ROOT), all))
                .containsExactly(first);
        assertThat(LinkTarget.find("nobody", all)).isEmpty();
    }
}
