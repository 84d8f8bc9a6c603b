package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.internal.message.Wish;
import dev.jackfield.http.internal.url.Url.Origin;
import java.util.Collections;
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
    /** The switchboard's time when all this was looked up. */
    private Object epoch;

    private Wish lastWish;
    private Patch lastPatch;
    /** All of them, if there is more than one, as there is not at most origins. */
    private Map<Wish, Patch> known = Collections.emptyMap();

    PatchCache(Switchboard board, Origin origin) {
        this.board = board;
        this.origin = origin;
    }

    /** As {@link Switchboard#patch}; the same object as long as nothing has changed. */
    Patch patch(Wish wish) throws UnpluggedException {
        review();
        if (wish != lastWish) {
            if (!wish.equals(lastWish)) {
                turnTo(wish);
            }
            lastWish = wish;
        }
        return lastPatch;
    }

    /** Something may have changed: what was plugged in then is not held on to. */
    void review() {
        Object now = board.epoch();
        if (now != epoch) {
            known = Collections.emptyMap();
            lastWish = null;
            lastPatch = null;
            epoch = now;
        }
    }

    private void turnTo(Wish wish) throws UnpluggedException {
        Patch next = known.get(wish);
        if (next == null) {
            next = board.patch(origin, wish);
            if (lastWish != null) {
                remember(lastWish, lastPatch);
                remember(wish, next);
            }
        }
        lastPatch = next;
    }

    private void remember(Wish wish, Patch patch) {
        if (known.isEmpty() || (known.size() == MOST && !known.containsKey(wish))) {
            known = new HashMap<>(4);
        }
        known.put(wish, patch);
    }
}
