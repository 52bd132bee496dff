package dev.linkscope.bench.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Growth as a picture (SVG): both axes by powers of ten, what was measured as dots, the fitted law
 * through them, and what is extrapolated dashed, with the 95 % interval of a further measurement.
 */
public final class GrowthPicture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 46;
    private static final int BOTTOM = 46;
    private static final int STEPS = 60;

    /** Room around the smallest and largest value, as a factor. */
    private static final double MARGIN = 1.4;

    private final Growth growth;
    private final StringBuilder svg = new StringBuilder();
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;

    private GrowthPicture(Growth growth) {
        this.growth = growth;
        minX = growth.smallest() / MARGIN;
        maxX = growth.farthest() * MARGIN;
        double least = Math.min(leastMeasured(), positive(growth.at(growth.smallest()).value()));
        minY = least / MARGIN;
        double most = growth.points().stream().mapToDouble(Growth.Point::value).max().orElseThrow();
        // An interval of a few points may reach into the absurd; the picture cuts it off.
        double farthest = growth.at(growth.farthest()).value();
        double high = Math.min(growth.at(growth.farthest()).high(), 100 * Math.max(most, farthest));
        maxY = Math.max(most, high) * MARGIN;
    }

    /** The picture as a file's text. */
    public static String of(Growth growth) {
        return new GrowthPicture(growth).draw();
    }

    private String draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        String unit = growth.unit().isEmpty() ? "" : ", " + growth.unit();
        add(
                "<text x=\"%d\" y=\"18\" font-size=\"14\" fill=\"#1c2733\">%s</text>",
                LEFT, escaped(growth.figure() + unit + ", by " + growth.by()));
        add(
                "<text x=\"%d\" y=\"36\" fill=\"#4a5a6a\">%s</text>",
                LEFT, escaped(growth.lawText() + "; R² " + round(growth.line().r2())));
        axes();
        band();
        curve(growth.smallest(), growth.largest(), "");
        curve(growth.largest(), growth.farthest(), " stroke-dasharray=\"6 5\"");
        add(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"end\" fill=\"#a3591b\">extrapolated"
                        + " beyond %s</text>",
                x(maxX) - 6, HEIGHT - BOTTOM - 8, Cell.count(growth.largest()));
        for (Growth.Point point : growth.points()) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#0b63a5\"/>",
                    x(point.size()), y(point.value()));
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double at : decades(minX, maxX)) {
            add(
                    "<path d=\"M%.1f %d V%d\" stroke=\"#dde4ea\"/><text x=\"%.1f\" y=\"%d\""
                            + " text-anchor=\"middle\" fill=\"#4a5a6a\">%s</text>",
                    x(at), TOP, HEIGHT - BOTTOM, x(at), HEIGHT - BOTTOM + 18, tick(at));
        }
        for (double at : decades(minY, maxY)) {
            add(
                    "<path d=\"M%d %.1f H%d\" stroke=\"#dde4ea\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\" fill=\"#4a5a6a\">%s</text>",
                    LEFT, y(at), WIDTH - RIGHT, LEFT - 8, y(at) + 4, tick(at));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#4a5a6a\">%s</text>",
                WIDTH - RIGHT, HEIGHT - 8, escaped(growth.by()));
    }

    /** Where a further measurement would lie, of what was not measured. */
    private void band() {
        String above = path(growth.largest(), growth.farthest(), at -> growth.at(at).high());
        String below = path(growth.farthest(), growth.largest(), at -> growth.at(at).low());
        add("<path d=\"M%s L%s Z\" fill=\"#a3591b\" fill-opacity=\"0.12\"/>", above, below);
    }

    private void curve(double from, double to, String dashes) {
        add(
                "<path d=\"M%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
                path(from, to, at -> growth.at(at).value()),
                dashes.isEmpty() ? "#0b63a5" : "#a3591b",
                dashes);
    }

    private String path(double from, double to, DoubleUnaryOperator value) {
        var found = new StringBuilder();
        for (int i = 0; i <= STEPS; i++) {
            double at = from * Math.pow(to / from, (double) i / STEPS);
            found.append(i == 0 ? "" : " L")
                    .append(
                            String.format(
                                    Locale.ROOT, "%.1f %.1f", x(at), y(value.applyAsDouble(at))));
        }
        return found.toString();
    }

    private double x(double size) {
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(size / minX) / Math.log(maxX / minX);
    }

    /** Values below or above the picture lie on its edge. */
    private double y(double value) {
        double seen = Math.clamp(value, minY, maxY);
        double share = Math.log(seen / minY) / Math.log(maxY / minY);
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private double leastMeasured() {
        return growth.points().stream().mapToDouble(Growth.Point::value).min().orElseThrow();
    }

    private double positive(double value) {
        return value > 0 ? value : leastMeasured();
    }

    /** Powers of ten between two numbers; with fewer than two, also twice and five times them. */
    private static double[] decades(double from, double to) {
        double[] tens =
                IntStream.rangeClosed(
                                (int) Math.floor(Math.log10(from)), (int) Math.ceil(Math.log10(to)))
                        .mapToDouble(power -> Math.pow(10, power))
                        .toArray();
        double[] whole = Arrays.stream(tens).filter(at -> at >= from && at <= to).toArray();
        return whole.length > 1
                ? whole
                : Arrays.stream(tens)
                        .flatMap(at -> DoubleStream.of(at, 2 * at, 5 * at))
                        .filter(at -> at >= from && at <= to)
                        .toArray();
    }

    private static String tick(double value) {
        return value >= 1_000_000
                ? round(value / 1_000_000) + " M"
                : value >= 1 ? Cell.count(value).text() : round(value);
    }

    private static String round(double value) {
        return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
