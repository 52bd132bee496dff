package dev.linkscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * States stay apart for the colour-blind: by their colours where nothing but a colour tells them
 * apart, else by their signs.
 */
class ColourVisionTest {
    private static final Path SHEETS = Path.of("src/main/resources/dev/linkscope/ui");
    private static final Pattern TOKEN =
            Pattern.compile("(-ls-[a-z-]+): (#[0-9a-f]{6}|rgba\\([^)]*\\));");

    /** Colours that are a clear step apart; 2.3 is the least that can be seen at all. */
    private static final double APART = 10;

    /** WCAG 2.2, 1.4.11. */
    private static final double SEEN = 3;

    /**
     * Ways of seeing, as what becomes of red, green and blue light: Machado, Oliveira, Fernandes,
     * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions
     * on Visualization and Computer Graphics 15 (2009), severity 1.0.
     */
    private enum Sight {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998),
        DEUTERANOPIA(
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881),
        TRITANOPIA(
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900);

        @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to it.
        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        Color of(Color colour) {
            double r = Colours.linear(colour.getRed());
            double g = Colours.linear(colour.getGreen());
            double b = Colours.linear(colour.getBlue());
            return Color.color(channel(0, r, g, b), channel(3, r, g, b), channel(6, r, g, b));
        }

        private double channel(int row, double r, double g, double b) {
            double light = matrix[row] * r + matrix[row + 1] * g + matrix[row + 2] * b;
            return Colours.encoded(light);
        }
    }

    /**
     * Marks that only their colour tells apart where both appear.
     *
     * @param one a token
     * @param other another one
     * @param where the drawing
     */
    private record Pair(String one, String other, String where) {}

    private static final List<Pair> PAIRS =
            List.of(
                    new Pair("-ls-bad", "-ls-watch", "own and shared outages"),
                    new Pair("-ls-bad", "-ls-track", "an outage on its track"),
                    new Pair("-ls-watch", "-ls-track", "a shared outage on its track"),
                    new Pair("-ls-error", "-ls-track", "a lone error on its track"),
                    new Pair("-ls-curve", "-ls-card", "the curve of the error rate"),
                    new Pair("-ls-curve", "-ls-grid", "the curve and the grid"),
                    new Pair("-ls-good", "-ls-track", "progress on its track"));

    private static Map<String, Color> tokens(String theme) throws IOException {
        var tokens = new HashMap<String, Color>();
        Matcher found = TOKEN.matcher(Files.readString(SHEETS.resolve("tokens-" + theme + ".css")));
        while (found.find()) {
            tokens.put(found.group(1), Color.web(found.group(2)));
        }
        return tokens;
    }

    private static Stream<String> themes() {
        return Stream.of("light", "dark");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void marksThatOnlyColoursTellApartStayApart(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        var near = new ArrayList<String>();
        for (Pair pair : PAIRS) {
            for (Sight sight : Sight.values()) {
                double apart =
                        Colours.difference(
                                sight.of(tokens.get(pair.one())),
                                sight.of(tokens.get(pair.other())));
                if (apart < APART) {
                    near.add(String.format(Locale.ROOT, "%s %s %.1f", sight, pair, apart));
                }
            }
        }
        assertThat(near).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void signsAreSeenOnEveryGroundTheyStandOn(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        var faint = new ArrayList<String>();
        for (String sign :
                List.of("-ls-good", "-ls-watch", "-ls-bad", "-ls-neutral", "-ls-curve")) {
            for (String ground : List.of("-ls-card", "-ls-page", "-ls-selected")) {
                double contrast = Colours.contrast(tokens.get(sign), tokens.get(ground));
                if (contrast < SEEN) {
                    faint.add(String.format(Locale.ROOT, "%s on %s %.2f", sign, ground, contrast));
                }
            }
        }
        for (String tone : List.of("good", "watch", "bad", "neutral")) {
            double contrast =
                    Colours.contrast(
                            tokens.get("-ls-" + tone + "-text"),
                            tokens.get("-ls-" + tone + "-fill"));
            if (contrast < 4.5) {
                faint.add(String.format(Locale.ROOT, "text of %s %.2f", tone, contrast));
            }
        }
        assertThat(faint).isEmpty();
    }

    @Test
    void everyStateHasASignOfItsOwn() {
        var signs = new HashSet<String>();
        for (Condition condition : Condition.values()) {
            assertThat(signs.add(condition.icon().getDescription())).as("%s", condition).isTrue();
        }
        Set<Tone> tones = EnumSet.noneOf(Tone.class);
        for (Condition condition : Condition.values()) {
            tones.add(condition.tone());
        }
        assertThat(tones).containsExactlyInAnyOrder(Tone.values());
    }

    @ParameterizedTest
    @CsvSource({
        // Sharma, Wu, Dalal 2005, table 1: pairs 1, 7, 17 and 25.
        "50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425",
        "50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669",
        "50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644"
    })
    void differencesAreThoseOfThePaper(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        double found = Colours.difference(new double[] {l1, a1, b1}, new double[] {l2, a2, b2});
        assertThat(found).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.0001));
    }

    @Test
    void contrastsAreThoseOfTheStandard() {
        assertThat(Colours.contrast(Color.WHITE, Color.BLACK)).isEqualTo(21);
        assertThat(Colours.contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    }
}
