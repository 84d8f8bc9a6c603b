package dev.jackfield.shell.internal.demo;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** One connection of the {@link OriginServer}: reads a head, answers it, and goes on with the next. */
final class OriginConnection {
    private static final int MAX_HEAD = 8192;

    private final SocketChannel channel;
    private final Consumer<String> heard;
    private final Consumer<OriginConnection> closed;
    private final Watch watch;
    private final ByteBuffer in = ByteBuffer.allocate(MAX_HEAD);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private boolean last;

    OriginConnection(ChannelLoop loop, SocketChannel channel, Consumer<String> heard, Consumer<OriginConnection> closed)
            throws IOException {
        this.channel = channel;
        this.heard = heard;
        this.closed = closed;
        this.watch = loop.watch(channel, SelectionKey.OP_READ, ready -> serve());
    }

    void close() {
        watch.close();
        OriginServer.close(channel);
        closed.accept(this);
    }

    private void serve() {
        try {
            if (out.hasRemaining() && !write()) {
                return;
            }
            int count = channel.read(in);
            while (!out.hasRemaining() && answerNext()) {
                if (!write()) {
                    return;
                }
            }
            if (count < 0) {
                close();
            }
        } catch (IOException e) {
            // The client hung up; there is nobody left to tell.
            close();
        }
    }

    /** Takes a complete head off the buffer, if there is one, and prepares the answer. */
    private boolean answerNext() {
        int end = OriginAnswer.endOfHead(in.array(), in.position());
        if (end < 0 && in.hasRemaining()) {
            return false;
        }
        OriginAnswer answer = end < 0 ? OriginAnswer.TOO_LARGE : OriginAnswer.to(in.array(), end);
        heard.accept(end < 0 ? "" : OriginAnswer.target(in.array(), end));
        last = answer.last();
        out = ByteBuffer.wrap(answer.octets());
        in.flip().position(Math.max(end, 0));
        in.compact();
        return true;
    }

    /** Writes on; false if the rest has to wait, or there is nothing more to do. */
    private boolean write() throws IOException {
        channel.write(out);
        if (out.hasRemaining()) {
            watch.interest(SelectionKey.OP_WRITE);
            return false;
        }
        watch.interest(SelectionKey.OP_READ);
        if (last) {
            close();
        }
        return !last;
    }
}
