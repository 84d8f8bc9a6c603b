package dev.jackfield.shell.internal.demo;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A SOCKS 5 proxy (RFC 1928) that lets anybody through, to this machine only. <i>Thread-safe.</i> */
final class SocksRelay implements AutoCloseable {
    private static final byte[] WELCOME = {5, 0};
    private static final byte[] GRANTED = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final Listening listening;

    /** Listens from now on. */
    SocksRelay() throws IOException {
        this.listening = new Listening(new ServerSocket(), "jackfield-demo-socks", this::serve);
    }

    String address() {
        return "127.0.0.1:" + listening.port();
    }

    @Override
    public void close() {
        listening.close();
    }

    private void serve(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        in.skipNBytes(1);
        in.skipNBytes(in.readUnsignedByte());
        client.getOutputStream().write(WELCOME);
        in.skipNBytes(3);
        int type = in.readUnsignedByte();
        in.skipNBytes(type == NAME ? in.readUnsignedByte() : type == IPV6 ? 16 : 4);
        int port = in.readUnsignedShort();
        try (Socket origin = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            origin.setTcpNoDelay(true);
            client.getOutputStream().write(GRANTED);
            listening.start(() -> copy(origin, client));
            copy(client, origin);
        }
    }

    /** The end of the one is the end of the other. */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            OriginServer.close(to);
        }
    }
}
