package dev.jackfield.itest.bench.stream;

import dev.jackfield.itest.bench.Neighbour;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers GET with as many octets as the path says, and POST with how many it has got. */
final class Flood {
    private static final int PART = 256 * 1024;
    private static final Pattern HEAD = Pattern.compile("(GET|POST) /([0-9]*) .*?\r\n\r\n", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)");

    private final ByteBuffer zeros = ByteBuffer.allocateDirect(PART);
    private final ByteBuffer in = ByteBuffer.allocateDirect(PART);
    private final SocketChannel channel;

    private Flood(SocketChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] arguments) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        start(() -> {
            while (true) {
                Flood flood = new Flood(server.accept());
                start(flood::serve);
            }
        });
        Neighbour.serve(server.socket().getLocalPort());
    }

    private void serve() throws IOException {
        try (channel) {
            for (Matcher head = head(); head != null; head = head()) {
                if (head.group(1).equals("GET")) {
                    send(Long.parseLong(head.group(2)));
                } else {
                    String got = Long.toString(receive(head.group()));
                    say("HTTP/1.1 200 OK\r\nContent-Length: " + got.length() + "\r\n\r\n" + got);
                }
            }
        }
    }

    /** The next one, off the buffer; null if there is none any more. */
    private Matcher head() throws IOException {
        while (true) {
            in.flip();
            String text = StandardCharsets.ISO_8859_1.decode(in.duplicate()).toString();
            Matcher head = HEAD.matcher(text);
            if (head.lookingAt()) {
                in.position(head.end()).compact();
                return head;
            }
            in.compact();
            if (channel.read(in) < 0) {
                return null;
            }
        }
    }

    private void send(long octets) throws IOException {
        say("HTTP/1.1 200 OK\r\nContent-Length: " + octets + "\r\n\r\n");
        for (long left = octets; left > 0; ) {
            left -= channel.write(zeros.clear().limit((int) Math.min(PART, left)));
        }
    }

    private long receive(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("Expected a body with Content-Length, got " + head);
        }
        long octets = Long.parseLong(length.group(1));
        // What follows the head is in the buffer already.
        for (long left = octets - in.position(); left > 0; ) {
            int count = channel.read(in.clear().limit((int) Math.min(PART, left)));
            if (count < 0) {
                throw new EOFException(left + " of " + octets + " octets are missing");
            }
            left -= count;
        }
        in.clear();
        return octets;
    }

    private void say(String text) throws IOException {
        ByteBuffer octets = StandardCharsets.US_ASCII.encode(text);
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException left) {
                System.err.println("A connection of the server ended: " + left);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
