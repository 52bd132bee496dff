package dev.linkscope.engine.farm;

import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.port.Notifier;
import java.time.Instant;

/**
 * What happened to an incident.
 *
 * @param change what
 * @param incident as it is now
 * @param quiet whether it is no news: its printer is gone, switched off on purpose, or part of a
 *     shared outage
 * @param seen when its trouble was seen first
 */
record IncidentChange(Notifier.Change change, Incident incident, boolean quiet, Instant seen) {}
