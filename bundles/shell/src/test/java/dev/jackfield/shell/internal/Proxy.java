package dev.jackfield.shell.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of somebody else's: SOCKS5 or HTTP, for one connection after the other, to 127.0.0.1 whatever is asked for. */
final class Proxy implements AutoCloseable {
    /** What was asked for, one line for each connection. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final String refusal;

    /** Refuses with this, unless it is empty. */
    Proxy(String refusal) {
        this.refusal = refusal;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::serve);
    }

    Proxy() {
        this("");
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (true) {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                int first = in.read();
                if (first == 5) {
                    socks(client, in);
                } else if (first > 0) {
                    http(client, in, (char) first);
                }
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private void socks(Socket client, DataInputStream in) throws IOException {
        in.skipNBytes(in.read());
        client.getOutputStream().write(new byte[] {5, 0});
        in.skipNBytes(3);
        String host;
        if (in.read() == 3) {
            host = new String(in.readNBytes(in.read()), StandardCharsets.US_ASCII);
        } else {
            host = InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
        }
        int port = in.readUnsignedShort();
        asked.add(host + ":" + port);
        byte refused = (byte) (refusal.isEmpty() ? 0 : 5);
        client.getOutputStream().write(new byte[] {5, refused, 0, 1, 0, 0, 0, 0, 0, 0});
        if (refusal.isEmpty()) {
            relay(client, port, new byte[0]);
        }
    }

    private void http(Socket client, DataInputStream in, char first) throws IOException {
        StringBuilder head = new StringBuilder().append(first);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String[] line = head.substring(0, head.indexOf("\r\n")).split(" ");
        asked.add(line[0] + " " + line[1]);
        boolean tunnel = line[0].equals("CONNECT");
        String authority = tunnel ? line[1] : line[1].replaceAll("http://([^/]*).*", "$1");
        if (!refusal.isEmpty()) {
            client.getOutputStream().write(refusal.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (tunnel) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        byte[] onwards = tunnel ? new byte[0] : head.toString().getBytes(StandardCharsets.ISO_8859_1);
        relay(client, Integer.parseInt(authority.replaceAll(".*:", "")), onwards);
    }

    private static void relay(Socket client, int port, byte[] first) throws IOException {
        try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), port)) {
            origin.getOutputStream().write(first);
            Thread there = start(() -> copy(client, origin));
            copy(origin, client);
            there.interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of them has gone.
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
