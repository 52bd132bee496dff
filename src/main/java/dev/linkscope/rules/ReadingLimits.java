package dev.linkscope.rules;

/** Limits of single readings, for the rules that weigh them and for whoever shows them. */
public final class ReadingLimits {
    private static final String HEAT =
            "Raspberry Pi documentation, Raspberry Pi hardware, \"Frequency management and thermal"
                    + " control\"";

    /** Below it packets are lost. */
    public static final Threshold SIGNAL =
            new Threshold(-70, "dBm", "Obico's own limit for streaming; Cisco WLAN design guides");

    /** From here on there is room for a closed door. */
    public static final Threshold SIGNAL_AMPLE =
            new Threshold(-67, "dBm", "Cisco VoWLAN Design Guide 4.1, chapter 3: edge of a cell");

    /** Packets that a radio gives up after all its retries. */
    public static final Threshold GIVEN_UP =
            new Threshold(
                    60, "1/h", "own limit: one lost packet a minute; counted as in iwconfig(8)");

    /** Last channel of 2.4 GHz that is free everywhere. */
    public static final Threshold LAST_EVERYWHERE =
            new Threshold(11, "", "47 CFR 15.247: channels 1 to 11; 12 and 13 are used elsewhere");

    /** First channel of 5 GHz that has to be left for a radar. */
    public static final Threshold RADAR_FROM =
            new Threshold(52, "", "ETSI EN 301 893, 47 CFR 15.407(h): channels 52 to 144");

    /** Last channel of 5 GHz that has to be left for a radar. */
    public static final Threshold RADAR_TO = new Threshold(144, "", RADAR_FROM.source());

    /** Changes of a cable's carrier that nobody need wonder about. */
    public static final Threshold CARRIER_CHANGES =
            new Threshold(
                    8,
                    "",
                    "Linux ABI sysfs-class-net, carrier_changes: two each up and down; own"
                            + " limit: a start and some restarts of the other end");

    /** Speed of a cable that has lost its wires. */
    public static final Threshold SLOW_CABLE =
            new Threshold(10, "Mbit/s", "IEEE 802.3 clause 28: the slowest rate to fall back to");

    /** Receive errors of a cable. */
    public static final Threshold RX_ERRORS =
            new Threshold(
                    100, "", "Linux ABI sysfs-class-net-statistics; own limit: not by chance");

    /** From here on the cores are slowed down step by step. */
    public static final Threshold SLOWED = new Threshold(80, "°C", HEAT);

    /** From here on cores and graphics are slowed down to the least. */
    public static final Threshold HARD = new Threshold(85, "°C", HEAT);

    /** The load counts programs that run or want to run; one a core is all that can run. */
    public static final Threshold BUSY =
            new Threshold(1, "", "proc_loadavg(5): jobs in the run queue; one a core can run");

    /** As many wait as run, so each takes twice its time at least. */
    public static final Threshold CROWDED =
            new Threshold(2, "", "proc_loadavg(5): jobs in the run queue; as many wait as run");

    /** Share of memory that is little. */
    public static final Threshold LITTLE_MEMORY =
            new Threshold(0.1, "", "earlyoom(1), -m: at 10 % available programs are asked to end");

    /** Share of memory that is next to nothing. */
    public static final Threshold NO_MEMORY =
            new Threshold(0.05, "", "earlyoom(1), -m: at half of that they are killed");

    /** How far a clock may be off. */
    public static final Threshold CLOCK_OFFSET =
            new Threshold(60, "s", "own limit: a slow link is slower by seconds, not by a minute");

    private ReadingLimits() {}
}
