package dev.linkscope.report.pdf;

/** Names that people give to printers and that are hard to put on paper. */
final class OddNames {
    static final String CYRILLIC = "Принтер №7 «Жук»";
    static final String HEBREW = "מדפסת בחדר 12";
    static final String ARABIC = "طابعة المكتب";
    static final String CHINESE = "客厅打印机";
    static final String EMOJI = "Druck 👩‍🔧🖨️🇩🇪";
    static final String MATHS = "𝔓𝔯𝔲𝔰𝔞 µ±→≤";
    static final String CONTROLS = "a\u0000b\u0007c\nd\u202Ee\uFFFE\uD800f";
    static final String LONG_WORD = "W".repeat(300);
    static final String LONG = "the printer in the cellar next to the boiler ".repeat(7);

    /** All of them in one. */
    static final String ALL =
            String.join(" ", CYRILLIC, HEBREW, ARABIC, CHINESE, EMOJI, MATHS, CONTROLS, LONG_WORD);

    private OddNames() {}
}
