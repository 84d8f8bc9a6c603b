package dev.jackfield.testkit.internal;

import dev.jackfield.testkit.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A channel in non-blocking mode, whose reads and writes wait all the same, but not for ever. */
public record ChannelLine(SocketChannel channel) implements Peer.Line {
    @Override
    public byte[] read(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        if (channel.read(bytes) == 0) {
            await(SelectionKey.OP_READ);
            channel.read(bytes);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(int operation) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, operation);
            if (selector.select(Patience.limit().toMillis()) == 0) {
                throw new IOException("Nothing happened within " + Patience.limit());
            }
        }
    }
}
