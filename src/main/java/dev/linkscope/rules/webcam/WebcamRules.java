package dev.linkscope.rules.webcam;

import dev.linkscope.rules.Rule;
import java.util.List;

/** The causes that lie with the camera. */
public final class WebcamRules {
    /** One rule a cause. */
    public static final List<Rule> ALL = List.of();

    private WebcamRules() {}
}
