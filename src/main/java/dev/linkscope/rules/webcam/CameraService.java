package dev.linkscope.rules.webcam;

import dev.linkscope.rules.FactSheet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The program that serves the camera's pictures on the printer's computer. */
final class CameraService {
    private static final List<String> KEYS =
            List.of("service.webcamd", "service.camera_streamer", "service.crowsnest");

    private final FactSheet facts;

    CameraService(FactSheet facts) {
        this.facts = facts;
    }

    /** Whether one of them runs. */
    boolean runs() {
        return KEYS.stream().anyMatch(key -> facts.is(key, "active"));
    }

    /** Name of one that is set up and does not run, while none runs; empty without one. */
    Optional<String> stopped() {
        return runs()
                ? Optional.empty()
                : KEYS.stream()
                        .filter(key -> facts.text(key).isPresent())
                        .map(CameraService::name)
                        .findFirst();
    }

    /** Whether the system itself says that it ended with an error. */
    boolean crashed() {
        return !runs() && KEYS.stream().anyMatch(key -> facts.is(key, "failed"));
    }

    /** Whether nobody knows of any of them. */
    boolean unknown() {
        return KEYS.stream().noneMatch(key -> facts.text(key).isPresent())
                && KEYS.stream().anyMatch(facts::unknown);
    }

    /** How often the system has started them anew after they ended. */
    int restarts() {
        return (int)
                KEYS.stream()
                        .map(key -> facts.number(key + ".restarts"))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .sum();
    }

    private static String name(String key) {
        return key.substring("service.".length()).replace('_', '-');
    }
}
