package dev.linkscope.bench.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a figure grows with the size of what is done, fitted, and carried on to a size that was not
 * measured.
 *
 * @param figure what grows
 * @param unit of its values; empty for a plain number
 * @param by what grows with it, such as {@code printers}
 * @param law which curve is fitted
 * @param points what was measured, three sizes or more, all positive
 * @param line through the points, or through their logarithms: what the law says
 * @param farthest the size up to which it is carried on, beyond the largest measured one
 */
public record Growth(
        String figure,
        String unit,
        String by,
        Law law,
        List<Point> points,
        Line line,
        double farthest) {
    /** What was measured at a size. */
    public record Point(double size, double value) {}

    /** A value with the 95 % interval in which a further measurement would lie. */
    public record Expected(double value, double low, double high) {}

    /** Which curve is fitted. */
    public enum Law {
        /** value = a · size^exponent: least squares through the logarithms. */
        POWER,
        /** value = a + slope · size: least squares. */
        LINEAR
    }

    /** The exponent of the size, by least squares through the logarithms. */
    public static Growth power(
            String figure, String unit, String by, List<Point> points, double farthest) {
        Line line =
                Line.through(
                        points.stream().mapToDouble(point -> Math.log(point.size())).toArray(),
                        points.stream().mapToDouble(point -> Math.log(point.value())).toArray());
        return new Growth(figure, unit, by, Law.POWER, points, line, farthest);
    }

    /** What each further one costs beside what all cost together, by least squares. */
    public static Growth linear(
            String figure, String unit, String by, List<Point> points, double farthest) {
        Line line =
                Line.through(
                        points.stream().mapToDouble(Point::size).toArray(),
                        points.stream().mapToDouble(Point::value).toArray());
        return new Growth(figure, unit, by, Law.LINEAR, points, line, farthest);
    }

    /** Points of sizes and values side by side. */
    public static List<Point> points(double[] sizes, double[] values) {
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> new Point(sizes[i], values[i]))
                .toList();
    }

    public Growth {
        points = List.copyOf(points);
        if (points.stream().anyMatch(point -> !(point.size() > 0) || !(point.value() > 0))) {
            throw new IllegalArgumentException(figure + " has to be positive: " + points);
        }
        if (farthest <= points.stream().mapToDouble(Point::size).max().orElseThrow()) {
            throw new IllegalArgumentException(farthest + " was measured, not extrapolated");
        }
    }

    /** What the law says of a size. Beyond the measured ones that is a guess. */
    public Expected at(double size) {
        double x = law == Law.POWER ? Math.log(size) : size;
        double error = line.predictionError(x);
        double[] found = {line.at(x), line.at(x) - error, line.at(x) + error};
        if (law == Law.POWER) {
            found = Arrays.stream(found).map(Math::exp).toArray();
        }
        return new Expected(found[0], Math.max(0, found[1]), found[2]);
    }

    /** The smallest size measured. */
    public double smallest() {
        return points.stream().mapToDouble(Point::size).min().orElseThrow();
    }

    /** The largest size measured. */
    public double largest() {
        return points.stream().mapToDouble(Point::size).max().orElseThrow();
    }

    /** How much more the last size measured takes than the first one. */
    public double largestOverSmallest() {
        return points.getLast().value() / points.getFirst().value();
    }

    /** The name of its picture, without a folder. */
    public String picture() {
        return (figure + " by " + by)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "")
                + ".svg";
    }

    /** The law with its number, for people. */
    public String lawText() {
        String number = "%.3g ± %.2g".formatted(line.slope(), line.slopeError());
        return law == Law.POWER ? by + " to the " + number : number + " " + unit + " each";
    }

    /** What was measured, for people. */
    public String measuredText() {
        return points.stream()
                .map(point -> Cell.count(point.size()) + ": " + Cell.number(point.value()))
                .collect(Collectors.joining("; "));
    }
}
