package dev.linkscope.ssh;

import java.util.List;

/**
 * The way to a target.
 *
 * @param jumps servers to go through, nearest first
 * @param target where the way ends
 */
record Route(List<Hop> jumps, Hop target) {
    Route {
        jumps = List.copyOf(jumps);
    }
}
