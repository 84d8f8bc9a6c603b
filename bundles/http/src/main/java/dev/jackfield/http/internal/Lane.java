package dev.jackfield.http.internal;

import dev.jackfield.http.internal.ledger.Labels;
import dev.jackfield.http.internal.message.LastHead;
import dev.jackfield.http.internal.url.Url.Origin;
import dev.jackfield.loop.Loop;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a client has on one loop: the pools of the origins that live there, one buffer for each direction and one for decoding, shared by
 * all connections of the loop, so that an idle connection holds none.
 *
 * <p><i>Loop-confined</i>, except for the readings.
 */
final class Lane {
    private static final int BUFFER = 64 * 1024;
    private static final int DECODED = 16 * 1024;
    /** A power of two, so that however many origins there are, few heads are held on to. */
    private static final int LAST_HEADS = 64;

    final Loop loop;
    final Reading queued = new Reading();
    final Census connections = new Census();
    final Reading finishing = new Reading();
    final Draining draining;
    final Labels labels = new Labels();

    private final PatchedClient client;
    private final Map<Origin, OriginPool> pools = new HashMap<>();
    private final LastHead[] lastHeads = new LastHead[LAST_HEADS];
    private ByteBuffer in;
    /** One buffer, as {@link dev.jackfield.connector.Wire#write} wants it. */
    private ByteBuffer[] out;

    private ByteBuffer decoded;

    /** On one of the client's own loops, and so there as long as the client is. */
    final boolean permanent;

    /** Guarded by the client's map of lanes. */
    int connectionsHere;

    Lane(PatchedClient client, Loop loop) {
        this(client, loop, false);
    }

    Lane(PatchedClient client, Loop loop, boolean permanent) {
        this.client = client;
        this.loop = loop;
        this.permanent = permanent;
        this.draining = new Draining(client, this);
    }

    PatchedClient client() {
        return client;
    }

    /** The incoming buffer, cleared. Foreign code called while it is in use must not get here: only events read. */
    ByteBuffer in() {
        if (in == null) {
            in = ByteBuffer.allocateDirect(BUFFER);
        }
        return in.clear();
    }

    /** The outgoing buffer, cleared, in an array. Never in use while foreign code runs. */
    ByteBuffer[] out() {
        if (out == null) {
            out = new ByteBuffer[] {ByteBuffer.allocateDirect(BUFFER)};
        }
        out[0].clear();
        return out;
    }

    /** For what is decoded, on its way to whoever receives it; cleared. On the heap, where decoders work. As {@link #in}. */
    ByteBuffer decoded() {
        if (decoded == null) {
            decoded = ByteBuffer.allocate(DECODED);
        }
        return decoded.clear();
    }

    /** What an origin said last, unless another one that is remembered in the same place has spoken since. */
    LastHead lastHead(Origin origin) {
        int hash = origin.hashCode();
        int place = (hash ^ hash >>> 16) & LAST_HEADS - 1;
        if (lastHeads[place] == null) {
            lastHeads[place] = new LastHead();
        }
        return lastHeads[place];
    }

    /** Runs a task on the loop: at once if this is the loop. */
    void run(Runnable task) {
        if (loop.inLoop()) {
            task.run();
        } else {
            execute(task);
        }
    }

    /** Runs a task on the loop, later. Once the loop has ended nothing runs there any more, and a lock takes its place. */
    void execute(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            synchronized (this) {
                task.run();
            }
        }
    }

    OriginPool pool(Origin origin) {
        OriginPool pool = pools.get(origin);
        if (pool == null) {
            pool = new OriginPool(client, this, origin);
            pools.put(origin, pool);
        }
        return pool;
    }

    /** Forgets a pool that holds nothing any more. */
    void forget(OriginPool pool) {
        pools.remove(pool.origin(), pool);
    }

    void boardChanged() {
        List.copyOf(pools.values()).forEach(OriginPool::boardChanged);
    }

    /** Of all its connections. */
    void read(WireReadings readings) {
        pools.values().forEach(pool -> pool.read(readings));
    }

    void close() {
        List.copyOf(pools.values()).forEach(OriginPool::close);
    }

    /** A number that one thread counts and others may look at. */
    static final class Reading {
        private final AtomicInteger value = new AtomicInteger();

        void add(int count) {
            value.setOpaque(value.getPlain() + count);
        }

        int get() {
            return value.getOpaque();
        }
    }
}
