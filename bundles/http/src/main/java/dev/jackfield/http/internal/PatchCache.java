package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.internal.message.Wish;
import dev.jackfield.http.internal.url.Url.Origin;
import java.util.HashMap;
import java.util.Map;

/**
 * By which patches the requests to one origin go, looked up once in an epoch of the switchboard. <i>Loop-confined.</i>
 */
final class PatchCache {
    /** How many wishes are remembered. */
    static final int MOST = 16;

    private final Switchboard board;
    private final Origin origin;
    private final Map<Wish, Patch> known = new HashMap<>(4);
    private Object epoch = new Object();
    private Wish lastWish;
    private Patch lastPatch;

    PatchCache(Switchboard board, Origin origin) {
        this.board = board;
        this.origin = origin;
    }

    /** As {@link Switchboard#patch}; the same object as long as nothing has changed. */
    Patch patch(Wish wish) throws UnpluggedException {
        Object now = board.epoch();
        if (now != epoch) {
            known.clear();
            lastWish = null;
            epoch = now;
        }
        if (wish != lastWish) {
            lastPatch = find(wish);
            lastWish = wish;
        }
        return lastPatch;
    }

    private Patch find(Wish wish) throws UnpluggedException {
        Patch patch = known.get(wish);
        if (patch == null) {
            patch = board.patch(origin, wish);
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(wish, patch);
        }
        return patch;
    }
}
