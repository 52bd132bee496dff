package dev.linkscope.witness;

import dev.linkscope.domain.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whether a router is alive: a connection that it refuses is an answer as well. */
final class RouterProbe implements Probe {
    private final InetAddress address;

    /** The one that answered last comes first; of one worker at a time. */
    private final List<Integer> ports;

    RouterProbe(InetAddress address, List<Integer> ports) {
        this.address = address;
        this.ports = new ArrayList<>(ports);
    }

    @Override
    public void run(Attempt attempt) throws AttemptFailed {
        attempt.enter(Phase.CONNECT);
        String trouble = "timeout";
        List<Integer> order = List.copyOf(ports);
        for (int i = 0; i < order.size(); i++) {
            trouble = knock(attempt, order.get(i), attempt.left() / (order.size() - i));
            if (trouble.equals("refused") || trouble.equals("reset")) {
                Collections.swap(ports, 0, i);
                return;
            }
        }
        throw new AttemptFailed(trouble);
    }

    private String knock(Attempt attempt, int port, int millis) {
        try {
            attempt.connect(address, port, Math.max(1, millis)).close();
            return "refused"; // Taken says as much.
        } catch (IOException e) {
            return attempt.isOver() ? "timeout" : Trouble.of(e);
        }
    }
}
