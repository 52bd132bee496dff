package dev.linkscope.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Obico's help page advises has its place, in an order that costs little. */
class SeedAdviceTest {
    private final PlanTexts texts;

    SeedAdviceTest() throws IOException {
        texts = new PlanTexts();
    }

    private static List<String> weakWifi() {
        return PlanTexts.ids(PlanTexts.BOOK.forCause("wifi.weak").orElseThrow());
    }

    /** 4.2: a cable where there is the option; its category. */
    @Test
    void aCableComesFirst() {
        assertThat(weakWifi()).startsWith("cable.connect");
        for (String step : List.of("cable.connect", "cable.replace")) {
            assertThat(texts.text("step." + step + ".text")).contains("5e", "6a", "7");
        }
        assertThat(PlanTexts.ids(PlanTexts.BOOK.forCause("cable.bad").orElseThrow()))
                .startsWith("cable.replace");
    }

    /**
     * 4.2: the Pi to the router, the router to the Pi, a repeater; a test before money is spent.
     */
    @Test
    void distanceIsTriedBeforeItIsPaidFor() {
        assertThat(weakWifi())
                .containsSubsequence(
                        "wifi.power_save_off",
                        "same_room.router",
                        "same_room.pi",
                        "closer.pi",
                        "closer.router",
                        "repeater");
        for (Plan plan : PlanTexts.BOOK.all()) {
            List<String> ids = PlanTexts.ids(plan);
            if (ids.contains("repeater")) {
                assertThat(ids)
                        .as(plan.id())
                        .containsSubsequence("cable.connect", "same_room.router", "repeater");
            }
        }
    }

    @Test
    void aTestInOneRoomIsOnlyATest() {
        PlanStep router = PlanTexts.step("same_room.router");
        assertThat(router.experiment()).isTrue();
        assertThat(router.powerOff()).isFalse();
        assertThat(router.idle()).isFalse();
        PlanStep pi = PlanTexts.step("same_room.pi");
        assertThat(pi.experiment() && pi.idle() && pi.powerOff()).isTrue();
        assertThat(PlanTexts.step("closer.pi").experiment()).isFalse();
    }

    /** 4.1: everything between plug and firewall; the command that asks the server. */
    @Test
    void atHundredPercentTheNetworkIsLookedAtFromTheGroundUp() {
        assertThat(PlanTexts.ids(PlanTexts.plan("ground_up")))
                .containsSubsequence(
                        "router.lights",
                        "link.address",
                        "router.restart",
                        "dns.try",
                        "server.curl",
                        "firewall.network");
        assertThat(texts.text("step.server.curl.text")).contains("curl https://app.obico.io/");
    }

    /** 4.1: help from a human, whatever the fault. */
    @Test
    void nobodyIsLeftAlone() {
        assertThat(PlanTexts.step("human.help").sources())
                .anyMatch(source -> source.endsWith("/contact-us-for-support/"));
    }

    /** The part about webcams: the settings in OctoPrint, and its two test buttons. */
    @Test
    void cameraSettingsAreLookedAt() {
        assertThat(PlanTexts.ids(PlanTexts.plan("webcam_settings")))
                .containsSubsequence(
                        "camera.look",
                        "webcam.test",
                        "webcam.address",
                        "octoprint.restart",
                        "camera.restart",
                        "obico.off");
    }
}
