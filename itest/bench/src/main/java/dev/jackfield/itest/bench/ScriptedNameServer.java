package dev.jackfield.itest.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * A name server in a process of its own, that nobody's CPU and memory is mistaken for: all names have 192.0.2.1 and
 * 2001:db8::1. Prints its port, and ends when its input does.
 */
final class ScriptedNameServer {
    private static final int HEADER = 12;
    private static final int COUNTS = 6;
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int TTL_SECONDS = 300;
    private static final long PREFIX = 0x2001_0db8_0000_0000L;
    private static final int IPV4 = 0xC000_0201;

    private ScriptedNameServer() {}

    public static void main(String[] none) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        System.out.println(((InetSocketAddress) channel.getLocalAddress()).getPort());
        Thread server = new Thread(() -> serve(channel), "name-server");
        server.setDaemon(true);
        server.start();
        while (System.in.read() >= 0) {
            // Who started this is still there.
        }
    }

    private static void serve(DatagramChannel channel) {
        ByteBuffer message = ByteBuffer.allocateDirect(1500);
        try {
            while (true) {
                SocketAddress from = channel.receive(message.clear());
                channel.send(answer(message.flip()), from);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer answer(ByteBuffer message) {
        int end = HEADER;
        while (message.get(end) != 0) {
            end += 1 + message.get(end);
        }
        int type = message.getShort(end + 1);
        boolean known = type == A || type == AAAA;
        message.putShort(2, (short) 0x8180)
                .putShort(COUNTS, (short) (known ? 1 : 0))
                .putInt(COUNTS + 2, 0);
        message.limit(message.capacity()).position(end + 5);
        if (known) {
            message.putShort((short) 0xC00C)
                    .putShort((short) type)
                    .putShort((short) 1)
                    .putInt(TTL_SECONDS);
            if (type == A) {
                message.putShort((short) 4).putInt(IPV4);
            } else {
                message.putShort((short) 16).putLong(PREFIX).putLong(1);
            }
        }
        return message.flip();
    }
}
