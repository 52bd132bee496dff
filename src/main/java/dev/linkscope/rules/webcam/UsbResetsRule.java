package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;

/** The camera falls off the USB bus: power, cable, or the camera itself. */
final class UsbResetsRule implements Rule {
    private static final Threshold FROM_THE_START =
            new Threshold(60, "s", "dmesg(1): a ring, whose first messages are overwritten");

    /** How a camera that is gone from the bus shows. */
    private static final String[] GONE = {
        "connect.refused",
        "request.timeout",
        "response.http_5xx",
        "response.no_signal",
        "body.empty",
        "body.cut_off"
    };

    @Override
    public String id() {
        return "usb.camera_resets";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        FactSheet facts = printer.facts();
        if (camera.place() == Camera.Place.ELSEWHERE) {
            clues.against(Statement.of("clue.usb.elsewhere"));
            return clues.conclude(Severity.INFO);
        }
        int usb = count(facts, "kernel.usb_reset.new") + count(facts, "kernel.usb_disconnect.new");
        int driver = count(facts, "kernel.camera.new");
        int before = past(printer) + count(facts, "kernel.usb_reset.count");
        int driverBefore = count(facts, "kernel.camera.count");
        if (driver > 0) {
            clues.strong("driver", Statement.of("clue.usb.driver", driver));
        } else if (driverBefore > 0) {
            clues.weak("driver", Statement.of("clue.usb.driver_before", driverBefore));
        }
        if (usb > 0) {
            clues.weak("usb", Statement.of("clue.usb.new", usb));
        } else if (before > 0) {
            clues.weak("usb", Statement.of("clue.usb.before", before));
        }
        int gone = camera.failed(GONE);
        if (driver + driverBefore + usb == 0) {
            // A reset of some device while the computer started is nothing unusual.
            if (unreadable(facts, gone)) {
                clues.missing();
            }
            return clues.conclude(Severity.INFO);
        }
        if (gone > 0) {
            clues.weak("camera", Statement.of("clue.usb.gone", gone, camera.attempts()));
        }
        if (facts.yes("power.undervoltage.since_boot")) {
            clues.weak("power", Statement.of("clue.usb.undervoltage"));
        }
        if (camera.measured() && camera.errors() == 0) {
            // Other devices are on the bus as well, the printer among them.
            clues.weakAgainst(Statement.of("clue.camera.all_came", camera.attempts()));
        }
        return clues.conclude(gone > 0 ? camera.severity(gone) : Severity.WATCH);
    }

    /** Whether the kernel's log is closed, or has lost its beginning, when the camera may have. */
    private static boolean unreadable(FactSheet facts, int gone) {
        return facts.unknown("kernel.usb_reset.new")
                || facts.unknown("kernel.camera.new")
                || (gone > 0 && facts.number("kernel.from").orElse(0) > FROM_THE_START.value());
    }

    private static int count(FactSheet facts, String key) {
        return (int) facts.number(key).orElse(0);
    }

    private static int past(PrinterCase printer) {
        return printer.past(PastKind.USB_RESET).stream().mapToInt(event -> event.count()).sum();
    }
}
