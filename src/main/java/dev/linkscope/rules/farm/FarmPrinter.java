package dev.linkscope.rules.farm;

import dev.linkscope.domain.diagnosis.BrokenSpan;
import java.util.List;
import java.util.Map;

/**
 * One printer of a farm as the rules see it.
 *
 * @param places what it hangs on, as far as that is known; an empty text where it is known to have
 *     none of the kind
 * @param broken failed slots of its server pane with the first link that was broken then
 */
public record FarmPrinter(Map<Place, String> places, List<BrokenSpan> broken) {
    public FarmPrinter {
        places = Map.copyOf(places);
        broken = List.copyOf(broken);
    }
}
