package dev.linkscope.demo;

import java.time.Duration;

/** When an illness has hold of a printer. */
sealed interface Spell {

    /** Whether it has hold at that time; {@code dice} belong to the printer and the illness. */
    boolean holds(long atMillis, Dice dice);

    /** All the time. */
    record Always() implements Spell {
        @Override
        public boolean holds(long atMillis, Dice dice) {
            return true;
        }
    }

    /**
     * Once, at the same time for everybody.
     *
     * @param fromMillis inclusive
     * @param toMillis exclusive
     */
    record Once(long fromMillis, long toMillis) implements Spell {
        @Override
        public boolean holds(long atMillis, Dice dice) {
            return fromMillis <= atMillis && atMillis < toMillis;
        }
    }

    /**
     * At most once in every window of time.
     *
     * @param window length of a window; one begins at {@code phase}
     * @param phase shifts the windows
     * @param spread how much later than its window a spell may begin; zero makes it regular
     * @param shortest of a spell
     * @param longest of a spell; with the spread not longer than the window
     * @param chance share of windows that have a spell, 0 to 1
     */
    record Recurring(
            Duration window,
            Duration phase,
            Duration spread,
            Duration shortest,
            Duration longest,
            double chance)
            implements Spell {
        public Recurring {
            if (spread.plus(longest).compareTo(window) > 0) {
                throw new IllegalArgumentException("a spell must end within its window");
            }
        }

        @Override
        public boolean holds(long atMillis, Dice dice) {
            long number = Math.floorDiv(atMillis - phase.toMillis(), window.toMillis());
            Dice own = dice.with(number);
            if (own.with(2).share() >= chance) {
                return false;
            }
            long begin =
                    phase.toMillis()
                            + number * window.toMillis()
                            + own.with(0).between(0, spread.toMillis());
            long length = own.with(1).between(shortest.toMillis(), longest.toMillis());
            return begin <= atMillis && atMillis < begin + length;
        }
    }
}
