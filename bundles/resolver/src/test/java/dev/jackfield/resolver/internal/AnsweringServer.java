package dev.jackfield.resolver.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.Question;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.dns.Wire;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on the loopback that knows every name at 192.0.2.53 for a minute, and no other address. */
final class AnsweringServer implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;

    AnsweringServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread thread = new Thread(this::serve, "answering-server");
        thread.setDaemon(true);
        thread.start();
    }

    HostPort address() {
        return HostPort.of("127.0.0.1", socket.getLocalPort());
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException | MalformedMessage over) {
            // The end of the test, or a query that a test of the stub has to look into.
        }
    }

    private byte[] answer(byte[] query) throws MalformedMessage {
        Question question = new MessageReader(query, query.length).questions().get(0);
        String name = question.name().toString();
        asked.add(name + " " + question.type());
        return question.type() == RecordType.A.code()
                ? Wire.reply(query, 0, 1, 0).a(name, 60, "c0000235").octets()
                : Wire.reply(query, 0, 0, 1).soa("test", 60, 60).octets();
    }

    /** Its thread ends by that. */
    @Override
    public void close() {
        socket.close();
    }
}
