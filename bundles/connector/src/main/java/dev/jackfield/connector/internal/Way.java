package dev.jackfield.connector.internal;

import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Plug;
import java.util.List;

/**
 * The links of a route and what is plugged in for them, as far as it matters who may share what is remembered of
 * connections. <i>Immutable.</i>
 */
public record Way(List<Link> links, List<Plug<?>> plugs) {

    /** An attempt as the link at this place sees it. */
    Attempt at(int place, Attempt whole) {
        return new Placed(whole, affinity -> narrowed(affinity, place));
    }

    /** As the first link sees it. */
    public Attempt begin(Attempt whole) {
        return at(0, whole);
    }

    /**
     * With those that come the same way up to this place. What is plugged in there itself knows its own age; only a first
     * link may be one that was brought along.
     */
    private Affinity narrowed(Affinity whole, int place) {
        Affinity affinity = whole.with(place);
        for (int before = 0; before < Math.max(1, place); before++) {
            Plug<?> plug = plugs.get(before);
            affinity = affinity.with(links.get(before)).with(plug.generation()).withVery(plug.plugged());
        }
        return affinity;
    }
}
