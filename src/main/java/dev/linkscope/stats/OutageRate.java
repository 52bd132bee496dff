package dev.linkscope.stats;

import dev.linkscope.domain.loss.Interval;

/**
 * How often outages come.
 *
 * @param perHour outages for each measured hour
 * @param low lower end of the exact 95 % Poisson interval (Garwood 1936), an hour
 * @param high upper end, an hour
 */
public record OutageRate(double perHour, double low, double high) {
    private static final double HOUR_SECONDS = 3_600;

    /**
     * The rate of a count.
     *
     * @param outages outages seen, at least 0
     * @param measuredSeconds measured time, positive
     */
    public static OutageRate of(int outages, double measuredSeconds) {
        double hours = measuredSeconds / HOUR_SECONDS;
        Interval count = Intervals.garwood(outages);
        return new OutageRate(outages / hours, count.low() / hours, count.high() / hours);
    }
}
