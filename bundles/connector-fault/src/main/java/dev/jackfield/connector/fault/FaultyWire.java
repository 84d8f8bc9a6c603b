package dev.jackfield.connector.fault;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps no octet back, so that the wire below can tell when there is more. <i>Loop-confined</i> like every wire.
 *
 * @param latency between something to read and its reader hearing of it
 * @param left how many octets can be read until it breaks
 * @param atOnce how many octets one read gives at most
 * @param late who is being kept waiting
 */
record FaultyWire(Wire below, Duration latency, AtomicLong left, int atOnce, AtomicReference<Guard> late)
        implements ForwardingWire {
    private static final Guard NOBODY = () -> {};
    private static final Guard CLOSED = () -> {};

    private record Late(Guard timer, Runnable once) implements Guard {
        @Override
        public void close() {
            timer.close();
        }
    }

    static FaultyWire over(Wire below, Duration latency, long left, int atOnce) {
        return new FaultyWire(below, latency, new AtomicLong(left), atOnce, new AtomicReference<>(NOBODY));
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        if (left.get() == 0) {
            close();
            throw new SocketException("Connection reset, as configured");
        }
        int end = destination.limit();
        int most = (int) Math.min(destination.remaining(), Math.min(left.get(), atOnce));
        destination.limit(destination.position() + most);
        try {
            int count = below.read(destination);
            left.addAndGet(-Math.max(0, count));
            return count;
        } finally {
            destination.limit(end);
        }
    }

    @Override
    public void whenReadable(Runnable once) {
        late.getAndUpdate(now -> now == CLOSED ? CLOSED : NOBODY).close();
        below.whenReadable(() -> {
            if (late.get() == CLOSED) {
                once.run();
            } else {
                late.set(new Late(loop().after(latency, () -> told(once)), once));
            }
        });
    }

    @Override
    public void close() {
        Guard waiting = late.getAndSet(CLOSED);
        waiting.close();
        below.close();
        if (waiting instanceof Late who) {
            try {
                loop().execute(who.once);
            } catch (RejectedExecutionException ended) {
                // With the loop, everything on it has ended.
            }
        }
    }

    private void told(Runnable once) {
        late.set(NOBODY);
        once.run();
    }
}
