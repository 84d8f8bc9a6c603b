package dev.jackfield.connector.fault;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
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
    static FaultyWire over(Wire below, Duration latency, long left, int atOnce) {
        return new FaultyWire(below, latency, new AtomicLong(left), atOnce, new AtomicReference<>(() -> {}));
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
        late.get().close();
        below.whenReadable(() -> late.set(loop().after(latency, once)));
    }

    @Override
    public void close() {
        late.get().close();
        below.close();
    }
}
