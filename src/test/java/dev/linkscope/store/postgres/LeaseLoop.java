package dev.linkscope.store.postgres;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.WatchLeases.LeaseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A watcher that renews without end and says from when to when it held what. */
final class LeaseLoop {
    private LeaseLoop() {}

    /**
     * Arguments: address, seconds of a term, number of printers, number of rounds. Prints a line
     * {@code printer from to} for each span, in nanoseconds of the machine's steady clock, which
     * all processes share.
     */
    public static void main(String[] args) throws Exception {
        double term = Double.parseDouble(args[1]);
        var wanted = new TreeSet<String>();
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            wanted.add(new UUID(7, i).toString());
        }
        var printers = new HashSet<PrinterId>();
        wanted.forEach(id -> printers.add(new PrinterId(UUID.fromString(id))));
        long termNanos = (long) (term * 1e9);
        var login = new PostgresLogin(PostgresAddress.parse(args[0]), Map.of());
        try (var leases = new PostgresLeases(login, term)) {
            leases.renew(Set.of());
            System.out.println("ready");
            int _ = System.in.read();
            Map<PrinterId, Long> since = new HashMap<>();
            long grantedAt = 0;
            for (int round = 0; System.in.available() == 0; round++) {
                long began = System.nanoTime();
                Set<PrinterId> held;
                try {
                    held = leases.renew(printers);
                } catch (LeaseException e) {
                    continue;
                }
                long now = System.nanoTime();
                long ends = Math.min(now, grantedAt + termNanos);
                boolean late = now - began >= termNanos;
                boolean interrupted = now > grantedAt + termNanos;
                since.entrySet()
                        .removeIf(span -> {
                            boolean over = late || interrupted || !held.contains(span.getKey());
                            if (over) {
                                System.out.println(
                                        span.getKey() + " " + span.getValue() + " " + ends);
                            }
                            return over;
                        });
                if (!late) {
                    held.forEach(printer -> since.putIfAbsent(printer, now));
                    grantedAt = began;
                }
                // Now and then it sleeps beyond its term.
                Thread.sleep(round % 5 == 4 ? (long) (1_500 * term) : round % 5);
            }
            long end = Math.min(System.nanoTime(), grantedAt + termNanos);
            since.forEach((printer, from) -> System.out.println(printer + " " + from + " " + end));
            System.out.flush();
        }
    }
}
