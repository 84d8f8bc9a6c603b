package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.Wire;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A name server on the loopback that does nothing by itself: the test takes queries, and answers them or does not. */
final class ScriptedServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOMENT_MILLIS = 100;

    private final DatagramSocket datagrams;
    private final ServerSocket streams;

    /** A query that came as a datagram, and where it came from. */
    record Query(byte[] octets, SocketAddress from) {
        int id() throws MalformedMessage {
            return MessageReader.read(octets).header().id();
        }

        String name() throws MalformedMessage {
            return MessageReader.read(octets).questions().get(0).name().toString();
        }

        Wire reply(int flags, int answers) throws MalformedMessage {
            return Wire.reply(octets, flags, answers, 0);
        }

        /** The address 1.2.3.4 for whatever name was asked for. */
        Wire good() throws MalformedMessage {
            return reply(0, 1).a(name(), 60, "01020304");
        }
    }

    /** A connection of one query. */
    record Connection(Socket socket, Query query) implements AutoCloseable {
        void write(byte... octets) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(octets);
            out.flush();
        }

        /** Whether the other side has hung up. */
        boolean isOver() throws IOException {
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    ScriptedServer(InetAddress address) throws IOException {
        DatagramSocket udp = null;
        ServerSocket tcp = null;
        // The port has to be free for both.
        for (int tries = 0; tcp == null; tries++) {
            udp = new DatagramSocket(new InetSocketAddress(address, 0));
            try {
                tcp = new ServerSocket(udp.getLocalPort(), 10, address);
            } catch (BindException taken) {
                udp.close();
                if (tries == 20) {
                    throw taken;
                }
            }
        }
        datagrams = udp;
        streams = tcp;
        datagrams.setSoTimeout(PATIENCE_MILLIS);
        streams.setSoTimeout(PATIENCE_MILLIS);
    }

    ScriptedServer() throws IOException {
        this(InetAddress.getByName("127.0.0.1"));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(streams.getInetAddress(), streams.getLocalPort());
    }

    /** Waits for a datagram. */
    Query receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        datagrams.receive(packet);
        return new Query(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getSocketAddress());
    }

    /** Waits for a moment in which no datagram comes. */
    boolean isQuiet() throws IOException {
        datagrams.setSoTimeout(MOMENT_MILLIS);
        try {
            receive();
            return false;
        } catch (SocketTimeoutException quiet) {
            return true;
        } finally {
            datagrams.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    void send(Query to, Wire wire) throws IOException {
        byte[] octets = wire.octets();
        datagrams.send(new DatagramPacket(octets, octets.length, to.from()));
    }

    /** Waits for a connection and its query. */
    Connection accept() throws IOException {
        Socket socket = streams.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return new Connection(
                socket, new Query(in.readNBytes(in.readUnsignedShort()), socket.getRemoteSocketAddress()));
    }

    static byte[] framed(Wire wire) {
        byte[] octets = wire.octets();
        return ByteBuffer.allocate(2 + octets.length)
                .putShort((short) octets.length)
                .put(octets)
                .array();
    }

    void closeStreams() throws IOException {
        streams.close();
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        streams.close();
    }
}
