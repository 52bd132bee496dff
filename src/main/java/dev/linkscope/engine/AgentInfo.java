package dev.linkscope.engine;

import java.time.Instant;

/**
 * The agent of a session, as it reported itself.
 *
 * @param version its version
 * @param python the python that runs it
 * @param since when this session first heard of this run
 * @param cpuMillis processor time used so far
 * @param residentKib memory used
 */
public record AgentInfo(
        String version, String python, Instant since, long cpuMillis, long residentKib) {}
