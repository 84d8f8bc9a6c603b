package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.Attempt;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** One socket to one address. Tells the outcome once, in a later turn of the loop, unless cancelled. <i>Loop-confined.</i> */
final class SocketConnect {
    /** Hears how it went. */
    interface Outcome {
        void connected(SocketWire wire);

        void failed(IOException error);
    }

    private final ChannelLoop loop;
    private final InetSocketAddress peer;
    private final Outcome outcome;

    private Optional<SocketWire> wire = Optional.empty();
    private Optional<Guard> timeout = Optional.empty();
    private boolean ended;

    SocketConnect(ChannelLoop loop, InetSocketAddress peer, Outcome outcome) {
        this.loop = loop;
        this.peer = peer;
        this.outcome = outcome;
    }

    void start(Attempt attempt) {
        try {
            SocketChannel channel = SocketChannel.open();
            SocketWire unfinished = new SocketWire(channel, loop, peer);
            wire = Optional.of(unfinished);
            unfinished.prepare();
            Duration limit = attempt.prepare(channel);
            if (ended) {
                return;
            }
            if (channel.connect(peer)) {
                loop.execute(this::finish);
                return;
            }
            unfinished.whenConnectable(this::finish);
            if (!limit.isZero()) {
                timeout = Optional.of(loop.after(
                        limit,
                        () -> fail(
                                new SocketTimeoutException("Expected a connection within " + limit + ", got none"))));
            }
        } catch (IOException e) {
            loop.execute(() -> fail(e));
        } catch (RuntimeException e) {
            loop.execute(() -> fail(new IOException(e.toString(), e)));
        }
    }

    /** Closes without telling. */
    void cancel() {
        if (end()) {
            wire.ifPresent(SocketWire::close);
        }
    }

    private void finish() {
        if (ended) {
            return;
        }
        try {
            if (!wire.orElseThrow().finish()) {
                return;
            }
        } catch (IOException e) {
            fail(e);
            return;
        }
        end();
        outcome.connected(wire.orElseThrow());
    }

    private void fail(IOException error) {
        if (end()) {
            wire.ifPresent(SocketWire::close);
            outcome.failed(error);
        }
    }

    private boolean end() {
        boolean first = !ended;
        ended = true;
        timeout.ifPresent(Guard::close);
        return first;
    }
}
