package dev.jackfield.itest.bench.idle;

import dev.jackfield.itest.bench.Neighbour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers no one until a number of connections have asked, so that the client has to open that many. */
final class HoldingServer {
    private static final int BACKLOG = 4096;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer read = ByteBuffer.allocateDirect(8192);
    private final List<SocketChannel> asking = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final int count;

    private HoldingServer(int count) throws IOException {
        this.count = count;
        server.bind(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Argument: how many connections have to ask. */
    public static void main(String[] arguments) throws IOException {
        HoldingServer holding = new HoldingServer(Integer.parseInt(arguments[0]));
        Thread thread = new Thread(holding::run, "holding server");
        thread.setDaemon(true);
        thread.start();
        Neighbour.serve(holding.server.socket().getLocalPort());
    }

    private void run() {
        try {
            while (true) {
                selector.select(this::turn);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turn(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                read((SocketChannel) key.channel(), (Ending) key.attachment());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        for (SocketChannel made = server.accept(); made != null; made = server.accept()) {
            made.configureBlocking(false).register(selector, SelectionKey.OP_READ, new Ending());
        }
    }

    private void read(SocketChannel channel, Ending ending) throws IOException {
        read.clear();
        if (!received(channel)) {
            channel.close();
        } else if (ending.in(read.flip())) {
            asking.add(channel);
            answerIfAll();
        }
    }

    private boolean received(SocketChannel channel) {
        try {
            return channel.read(read) >= 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private void answerIfAll() throws IOException {
        if (asking.size() == count) {
            for (SocketChannel channel : asking) {
                channel.write(ByteBuffer.wrap(ANSWER));
            }
            asking.clear();
        }
    }

    /** How much of the end of a head has been seen. */
    private static final class Ending {
        private int seen;

        boolean in(ByteBuffer octets) {
            while (octets.hasRemaining()) {
                byte octet = octets.get();
                seen = octet == END[seen] ? seen + 1 : octet == END[0] ? 1 : 0;
                if (seen == END.length) {
                    seen = 0;
                    return true;
                }
            }
            return false;
        }
    }
}
