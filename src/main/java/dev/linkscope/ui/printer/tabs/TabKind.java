package dev.linkscope.ui.printer.tabs;

/** The tabs, in their order. */
enum TabKind {
    BREAKS("tabs.breaks"),
    LINK("tabs.link"),
    POWER("tabs.power"),
    PLUGIN("tabs.plugin"),
    FARM("tabs.farm"),
    OUTCOMES("tabs.outcomes"),
    HISTORY("tabs.history");

    private final String key;

    TabKind(String key) {
        this.key = key;
    }

    /** Key of its title. */
    String key() {
        return key;
    }

    /** Id of its node. */
    String id() {
        return key.replace('.', '-');
    }
}
