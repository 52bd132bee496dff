package dev.linkscope.faults;

import static dev.linkscope.faults.MatrixCases.add;

import java.util.List;

/** What goes wrong on the pi itself; what this machine has no hardware for is played back. */
final class MatrixPiCases {
    private static final String CARD =
            "setup=mkdir /root/.octoprint; mount -t tmpfs -o size=64m none /root/.octoprint;";

    private static final String BOOT =
            "setup=echo 11111111-0000-4000-8000-000000000001 > $F/boot;"
                    + " mount --bind $F/boot /proc/sys/kernel/random/boot_id;";

    private MatrixPiCases() {}

    static void fill(List<MatrixCase> cases) {
        String group = "pi";
        add(
                cases,
                group,
                MatrixFaults.mounts(
                        "disk full", "head -c 60000000 /dev/zero > /root/.octoprint/full"),
                "disk.full",
                CARD,
                "longest=60",
                "short=yes");
        add(
                cases,
                group,
                MatrixFaults.mounts("disk read-only", "mount -o remount,ro /root/.octoprint"),
                "disk.read_only",
                CARD,
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.kernelSays(
                        "under-voltage (recorded kernel log)",
                        "hwmon hwmon1: Undervoltage detected!"),
                "power.undervoltage",
                "longest=90",
                "warmup=25");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "Wi-Fi firmware crashes (recorded kernel log) and packets are lost",
                        MatrixFaults.kernelSays(
                                "",
                                "brcmfmac: brcmf_sdio_checkdied: firmware trap in dongle crash"),
                        MatrixFaults.loss(30)),
                "wifi.firmware",
                "setup=" + wifi(-50, "off"),
                "longest=100",
                "warmup=25");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "weak Wi-Fi (recorded iw output) and 25 % loss",
                        MatrixFaults.none(""), MatrixFaults.loss(25)),
                "wifi.weak",
                "setup=" + wifi(-84, "off"),
                "longest=90");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "Wi-Fi saves power (recorded iw output) and 25 % loss",
                        MatrixFaults.none(""), MatrixFaults.loss(25)),
                "wifi.power_save",
                "setup=" + wifi(-50, "on"),
                "longest=90");
        add(cases, group, Fault.agentKilled(), "note.restarted", "longest=30");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "Pi restarts (simulated: all ends, another boot id)",
                        MatrixFaults.file("", "boot", "11111111-0000-4000-8000-000000000002\n"),
                        MatrixFaults.both("", MatrixFaults.sshdGone(), Fault.agentKilled())),
                "hole.PI_OFF",
                BOOT,
                "lasts=12",
                "longest=30");
        add(cases, group, MatrixFaults.stopped(), "failure.LINK_SILENT", "lasts=25", "longest=30");
        add(cases, group, Fault.sessionKilled(), "failure.LINK_BROKEN", "longest=20");
        add(
                cases,
                group,
                MatrixFaults.sshdGone(),
                "failure.CONNECTION_REFUSED",
                "lasts=15",
                "longest=20");
    }

    /** A radio that only iw(8) tells of. */
    static String wifi(int signal, String powerSave) {
        return """
        mount -t tmpfs none /sys/class/net; mkdir -p /sys/class/net/wlan0/wireless;
        echo 1 > /sys/class/net/wlan0/carrier; echo 1 > /sys/class/net/wlan0/type;
        mount -t tmpfs -o mode=755 none /usr/local/bin; cat > /usr/local/bin/iw <<'E'
        #!/bin/sh
        case "$*" in
        *link) printf 'Connected to 02:00:00:00:01:00 (on wlan0)\\n\\tfreq: 2437\\n\\tsignal: %d dBm\\n\\ttx bitrate: 6.5 MBit/s\\n';;
        *) echo "Power save: %s";;
        esac
        E
        chmod 755 /usr/local/bin/iw;
        """
                .formatted(signal, powerSave);
    }
}
