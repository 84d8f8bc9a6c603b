package dev.jackfield.http.internal.ledger;

import dev.jackfield.connector.Patch;
import dev.jackfield.http.RequestLedger.Plugged;
import java.util.List;

/**
 * The names of what makes connections: one list for as many in a row as are made by the same. <i>Loop-confined.</i>
 */
public final class Labels {
    private List<Plugged> last = List.of();

    /** Of a patch, which is not kept. */
    public List<Plugged> of(Patch patch) {
        List<Plugged> plugs = patch.plugs().stream()
                .map(plug -> new Plugged(plug.name(), plug.generation(), plug.owner()))
                .toList();
        if (!plugs.equals(last)) {
            last = plugs;
        }
        return last;
    }
}
