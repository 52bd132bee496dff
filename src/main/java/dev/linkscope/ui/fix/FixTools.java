package dev.linkscope.ui.fix;

import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Wording;
import java.time.InstantSource;

/**
 * What everything about mending needs of the window.
 *
 * @param desk where causes are mended
 * @param background keeps the window's thread free
 * @param questions whom links ask
 * @param wording words
 * @param clock the time now
 */
public record FixTools(
        FixDesk desk,
        Background background,
        LinkQuestions questions,
        Wording wording,
        InstantSource clock) {}
