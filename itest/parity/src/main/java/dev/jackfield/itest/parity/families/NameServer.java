package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A name server on loopback that answers from a script and remembers what it was asked. What is not in the script is
 * answered with nothing.
 */
final class NameServer implements AutoCloseable {
    private static final int LARGEST = 4096;

    private final DatagramSocket socket;
    private final Map<String, JsonElement> script;
    private final List<String> asked = new ArrayList<>();

    /**
     * Starts it.
     *
     * @param script by name and type, as in {@code a.test aaaa}: records, each a list of owner, type and data; or a text
     *     for a failure of the server
     */
    NameServer(Map<String, JsonElement> script) throws IOException {
        this.script = script;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** The questions so far, as in the script. */
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] reply = answer(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(byte[] query) {
        DnsReply reply = new DnsReply(query);
        String question = reply.question();
        synchronized (asked) {
            asked.add(question);
        }
        JsonElement records = script.getOrDefault(question, new JsonArray());
        if (!records.isJsonArray()) {
            return reply.failed();
        }
        records.getAsJsonArray().forEach(record -> reply.add(record.getAsJsonArray()));
        return reply.octets();
    }

    @Override
    public void close() {
        socket.close();
    }
}
