package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.random.RandomGenerator;

/**
 * A datagram socket for one query, from a port that nobody can guess (RFC 5452 section 9.2). It is connected, so the
 * system lets only that server's datagrams in, and tells when nothing listens there.
 */
final class DatagramLine implements Guard {
    /** How many random ports are tried before the system may choose. */
    static final int PORT_TRIES = 8;

    private static final int FIRST_PORT = 1024;
    private static final int PORTS = 65536 - FIRST_PORT;

    private final DatagramChannel channel;
    private final ByteBuffer buffer;
    private final Hearer hearer;
    private final Guard watch;
    private boolean closed;

    /**
     * Sends the query.
     *
     * @param buffer on the heap, shared by all lines of the loop
     * @throws IOException if there is no socket, or no way to the server
     */
    DatagramLine(ChannelLoop loop, Step.Datagram step, RandomGenerator random, ByteBuffer buffer, Hearer hearer)
            throws IOException {
        this.buffer = buffer;
        this.hearer = hearer;
        channel = DatagramChannel.open(Lines.family(step.server()));
        try {
            channel.configureBlocking(false);
            bind(random, Lines.any(step.server()));
            channel.connect(step.server());
            channel.write(ByteBuffer.wrap(step.query()));
            watch = loop.watch(channel, SelectionKey.OP_READ, this::ready);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.close();
        Lines.close(channel);
    }

    private void bind(RandomGenerator random, InetAddress any) throws IOException {
        for (int i = 0; i < PORT_TRIES; i++) {
            try {
                channel.bind(new InetSocketAddress(any, FIRST_PORT + random.nextInt(PORTS)));
                return;
            } catch (BindException taken) {
                // Another one, then.
            }
        }
        channel.bind(null);
    }

    private void ready(int operations) {
        for (boolean first = true; !closed; first = false) {
            int length;
            buffer.clear();
            try {
                length = channel.read(buffer);
            } catch (PortUnreachableException e) {
                hearer.failed("nothing listens there");
                return;
            } catch (IOException e) {
                hearer.failed(e.toString());
                return;
            }
            // The JDK tells -1 for an empty datagram, which is said nowhere. Should it tell 0, as for none, then each
            // wake-up of the loop counts: something has to end a flood of them.
            if (length != 0 || first) {
                hearer.received(buffer.array(), Math.max(0, length));
            }
            if (length == 0) {
                return;
            }
        }
    }
}
