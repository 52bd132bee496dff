package dev.linkscope.domain.fix;

import java.util.Map;

/**
 * What Linkscope does in a step.
 *
 * @param id the action
 * @param args its arguments by name; none of them a secret
 */
public record ActionCall(String id, Map<String, String> args) {
    public ActionCall {
        args = Map.copyOf(args);
    }
}
