package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.ui.common.Tone;

/**
 * One reading in words.
 *
 * @param key of the fact
 * @param name what was read
 * @param value the reading, or that there is none
 * @param meaning what it means, or why there is none; empty where there is nothing to say
 * @param tone how good that is
 * @param status whether it is known
 */
record FactLine(
        String key, String name, String value, String meaning, Tone tone, FactStatus status) {}
