package dev.jackfield.shell.internal.cords;

import dev.jackfield.connector.Plug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A plug and whether it is in use for anybody. Of one name several may be: those for some hosts, and behind them one for
 * all. <i>Immutable.</i>
 *
 * @param plug on a panel
 * @param inUse whether there is a target for which it is in use
 */
public record Place(Plug<?> plug, boolean inUse) {

    /**
     * All that is on a panel.
     *
     * @param plugs in the order in which they would be used
     * @return the same in the same order
     */
    public static List<Place> all(List<Plug<?>> plugs) {
        Set<String> taken = new HashSet<>();
        List<Place> places = new ArrayList<>(plugs.size());
        for (Plug<?> plug : plugs) {
            String socket = Kind.of(plug) + " " + plug.name();
            boolean inUse = !plug.pulled() && !taken.contains(socket);
            if (inUse && plug.forAll()) {
                taken.add(socket);
            }
            places.add(new Place(plug, inUse));
        }
        return places;
    }

    /**
     * How a panel is marked.
     *
     * @return one character
     */
    public String mark() {
        return inUse ? "*" : plug.pulled() ? "-" : " ";
    }
}
