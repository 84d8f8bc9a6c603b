package dev.jackfield.itest.bench;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;

/** A name server that answers some types of questions, each with 127.0.0.1, and keeps silent about all others. */
final class HalfNameServer implements AutoCloseable {
    static final int A = 1;

    /** An A record with a pointer to the question, valid for no time. */
    private static final byte[] ANSWER = {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1};

    private static final int HEADER = 12;

    private final Set<Integer> types;
    private final DatagramSocket socket;

    HalfNameServer(Set<Integer> types) throws IOException {
        this.types = types;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "half-name-server");
        thread.setDaemon(true);
        thread.start();
    }

    HostPort address() {
        return HostPort.of("127.0.0.1", socket.getLocalPort());
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket query = new DatagramPacket(new byte[512], 512);
                socket.receive(query);
                answer(query);
            }
        } catch (IOException closed) {
            // Nobody asks any more.
        }
    }

    private void answer(DatagramPacket query) throws IOException {
        byte[] octets = query.getData();
        int end = HEADER;
        while (octets[end] != 0) {
            end += 1 + octets[end];
        }
        if (!types.contains((int) octets[end + 2])) {
            return;
        }
        byte[] answer = Arrays.copyOf(octets, end + 5 + ANSWER.length);
        System.arraycopy(ANSWER, 0, answer, end + 5, ANSWER.length);
        answer[2] = (byte) 0x81;
        answer[3] = (byte) 0x80;
        // One question, one answer, nothing else, whatever EDNS had to say.
        Arrays.fill(answer, 6, HEADER, (byte) 0);
        answer[7] = 1;
        socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
    }
}
