package dev.jackfield.testkit.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A peer's line over the far end of a pair of wires. */
public final class WireLine implements Peer.Line {
    private final Wire wire;
    private final Turns turns;

    /** Over a wire. */
    public WireLine(Wire wire) {
        this.wire = wire;
        this.turns = new Turns(wire.loop());
    }

    @Override
    public byte[] read(int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        int[] count = new int[1];
        doing(() -> turns.until("the peer has something to read", () -> (count[0] = wire.read(buffer)) != 0));
        byte[] bytes = new byte[Math.max(0, count[0])];
        buffer.flip().get(bytes);
        return bytes;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer[] source = {ByteBuffer.wrap(bytes)};
        doing(() -> turns.until("the peer's bytes are taken", () -> {
            wire.write(source, 0, 1);
            return !source[0].hasRemaining();
        }));
    }

    @Override
    public void shutdownOutput() throws IOException {
        doing(() -> turns.run(wire::shutdownOutput));
    }

    @Override
    public boolean reset() throws IOException {
        boolean[] done = new boolean[1];
        doing(() -> turns.run(() -> done[0] = resetOnTheLoop()));
        return done[0];
    }

    private boolean resetOnTheLoop() throws IOException {
        Optional<PipeWire> pipe = wire.beneath(PipeWire.class);
        Optional<SocketChannel> socket = wire.beneath(SocketChannel.class);
        if (pipe.isPresent()) {
            pipe.get().reset(new IOException("Connection reset"));
        } else if (socket.isPresent()) {
            // Past the wires above, which might take their leave.
            socket.get().setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.get().close();
        }
        return pipe.isPresent() || socket.isPresent();
    }

    @Override
    public void close() {
        try {
            doing(() -> turns.run(wire::close));
        } catch (IOException e) {
            throw new AssertionError("Closing must not fail", e);
        }
    }

    private static void doing(Turns.Action what) throws IOException {
        try {
            what.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
