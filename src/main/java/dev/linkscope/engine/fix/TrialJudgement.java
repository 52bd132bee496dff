package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.Trial;

/**
 * What became of a change.
 *
 * @param view how it stands now
 * @param next the same trial as it has to be kept from now on; equal to the one that was judged
 *     unless something was decided
 */
public record TrialJudgement(TrialView view, Trial next) {}
