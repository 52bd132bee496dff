package dev.linkscope.engine.port;

/**
 * How far a client has followed a run of an agent.
 *
 * @param runId the run
 * @param sequence the last entry that the client holds; 0 for none
 */
public record Position(String runId, long sequence) {}
