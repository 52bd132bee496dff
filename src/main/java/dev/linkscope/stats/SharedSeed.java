package dev.linkscope.stats;

import java.util.BitSet;

/**
 * A cell of the farm's grid in which more printers fail or begin to fail than chance explains.
 *
 * @param cell where
 * @param who those that fail or begin to
 * @param pValue chance of so many
 * @param test {@link #STATE} or {@link #ONSET}
 */
record SharedSeed(int cell, BitSet who, double pValue, String test) {
    static final String STATE = "state";
    static final String ONSET = "onset";
}
