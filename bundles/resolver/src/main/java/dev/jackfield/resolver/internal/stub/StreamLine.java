package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connection for one query (RFC 1035 section 4.2.2). */
final class StreamLine implements Guard {
    private final SocketChannel channel;
    private final ByteBuffer out;
    private final ByteBuffer buffer;
    private final Hearer hearer;
    private final FrameReader frame = new FrameReader();
    private final Watch watch;

    /**
     * Begins to connect.
     *
     * @param buffer on the heap, shared by all lines of the loop
     * @throws IOException if there is no socket, or no way to the server
     */
    StreamLine(ChannelLoop loop, Step.Stream step, ByteBuffer buffer, Hearer hearer) throws IOException {
        this.buffer = buffer;
        this.hearer = hearer;
        out = ByteBuffer.allocate(FrameReader.PREFIX + step.query().length);
        out.putShort((short) step.query().length).put(step.query()).flip();
        channel = SocketChannel.open(Lines.family(step.server()));
        try {
            channel.configureBlocking(false);
            boolean connected = channel.connect(step.server());
            watch = loop.watch(channel, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, this::ready);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        watch.close();
        Lines.close(channel);
    }

    private void ready(int operations) {
        try {
            if (!channel.isConnected() && !channel.finishConnect()) {
                return;
            }
            if (out.hasRemaining()) {
                channel.write(out);
                watch.interest(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            } else {
                read();
            }
        } catch (IOException e) {
            hearer.failed(e.toString());
        }
    }

    private void read() throws IOException {
        buffer.clear();
        int count;
        while ((count = channel.read(buffer)) > 0) {
            buffer.flip();
            if (frame.take(buffer)) {
                // What comes behind was not asked for, and is left where it is.
                hearer.received(frame.octets(), frame.length());
                return;
            }
            buffer.clear();
        }
        if (count < 0) {
            hearer.failed("hung up after " + frame.progress());
        }
    }
}
