package dev.jackfield.itest.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A name server behind the name server. Names below {@code fail.} get SERVFAIL at once; all others 192.0.2.99, but not
 * before {@link #release()}.
 */
final class Upstream implements AutoCloseable {
    private static final int SERVFAIL = 2;

    /** An A record with a pointer to the question. */
    private static final byte[] ANSWER = {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, (byte) 192, 0, 2, 99};

    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final DatagramSocket socket;
    private final List<DatagramPacket> held = new ArrayList<>();
    private boolean released;

    Upstream() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "upstream");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized void release() throws IOException {
        released = true;
        for (DatagramPacket query : held) {
            answer(query, 0);
        }
        held.clear();
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
                String name = name(query.getData());
                take(query, name);
                asked.add(name);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private synchronized void take(DatagramPacket query, String name) throws IOException {
        if (name.contains("fail.")) {
            answer(query, SERVFAIL);
        } else if (released) {
            answer(query, 0);
        } else {
            held.add(query);
        }
    }

    private void answer(DatagramPacket query, int code) throws IOException {
        byte[] octets = query.getData();
        int end = endOfQuestion(octets);
        boolean found = code == 0 && octets[end - 3] == 1;
        byte[] answer = new byte[end + (found ? ANSWER.length : 0)];
        System.arraycopy(octets, 0, answer, 0, end);
        answer[2] |= (byte) 0x80;
        answer[3] = (byte) (0x80 | code);
        answer[7] = (byte) (found ? 1 : 0);
        // No more than the question comes back: what EDNS had to say is left out.
        answer[9] = 0;
        answer[11] = 0;
        if (found) {
            System.arraycopy(ANSWER, 0, answer, end, ANSWER.length);
        }
        socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
    }

    private static int endOfQuestion(byte[] octets) {
        int at = 12;
        while (octets[at] != 0) {
            at += 1 + octets[at];
        }
        return at + 5;
    }

    private static String name(byte[] octets) {
        StringBuilder name = new StringBuilder();
        for (int at = 12; octets[at] != 0; at += 1 + octets[at]) {
            name.append(new String(octets, at + 1, octets[at])).append('.');
        }
        return name.toString().toLowerCase();
    }
}
