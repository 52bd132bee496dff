package dev.linkscope.engine.farm;

import dev.linkscope.domain.incident.Incident;
import java.util.List;

/** The incidents of a farm. Every method returns at once and may be called from any thread. */
public interface Incidents {
    /** No incident, ever. */
    Incidents NONE =
            new Incidents() {
                @Override
                public long revision() {
                    return 0;
                }

                @Override
                public List<Incident> list() {
                    return List.of();
                }

                @Override
                public void acknowledge(String id) {}
            };

    /** Grows with every change; cheap to poll. */
    long revision();

    /** Those that last, newest first, then those that ended, latest end first; bounded. */
    List<Incident> list();

    /** The user knows of an incident: nobody is told of it again unless it gets worse. */
    void acknowledge(String id);

    /** The user takes that back. */
    default void takeBack(String id) {}
}
