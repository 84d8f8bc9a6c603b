package dev.jackfield.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

class PeersTest {

    @Test
    void loopbackPeerTalks() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.open();
                Socket socket = connect(peer.address(), 0);
                Peer.Line line = peer.accept()) {
            socket.getOutputStream().write("hello".getBytes(US_ASCII));
            assertThat(line.read(3)).asString(US_ASCII).isEqualTo("hel");
            assertThat(line.read(9)).asString(US_ASCII).isEqualTo("lo");
            line.write("hi".getBytes(US_ASCII));
            line.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .isEqualTo("hi");
            socket.shutdownOutput();
            assertThat(line.read(1)).isEmpty();
        }
    }

    @Test
    void refusingPortRefuses() throws IOException {
        HostPort nobody = LoopbackPeer.refusing();
        assertThatIOException().isThrownBy(() -> connect(nobody, 0)).isInstanceOf(ConnectException.class);
    }

    @Test
    void blackHoleNeverAnswers() throws IOException {
        try (BlackHole hole = BlackHole.open()) {
            assertThatIOException()
                    .isThrownBy(() -> connect(hole.address(), 200))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThatIOException().isThrownBy(hole::accept);
        }
    }

    @Test
    void unixPeerTalks() throws IOException {
        try (UnixPeer peer = UnixPeer.open();
                SocketChannel channel = connect(peer.address());
                Peer.Line line = peer.accept()) {
            channel.write(ByteBuffer.wrap("hello".getBytes(US_ASCII)));
            assertThat(line.read(3)).asString(US_ASCII).isEqualTo("hel");
            assertThat(line.read(9)).asString(US_ASCII).isEqualTo("lo");
            line.write("hi".getBytes(US_ASCII));
            line.shutdownOutput();
            assertThat(new String(Channels.newInputStream(channel).readAllBytes(), US_ASCII))
                    .isEqualTo("hi");
            channel.shutdownOutput();
            assertThat(line.read(1)).isEmpty();
        }
    }

    @Test
    void fullUnixPeerHasRoomAgainAfterAccepting() throws IOException {
        try (UnixPeer peer = UnixPeer.full()) {
            assertThatIOException()
                    .isThrownBy(() -> connect(peer.address()))
                    .withMessage("Resource temporarily unavailable");
            peer.accept().close();
            connect(peer.address()).close();
        }
    }

    @Test
    void refusingPathRefuses() throws IOException {
        HostPort nobody = UnixPeer.refusing();
        assertThatIOException().isThrownBy(() -> connect(nobody)).isInstanceOf(ConnectException.class);
    }

    private static SocketChannel connect(HostPort target) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.configureBlocking(false);
        channel.connect(UnixDomainSocketAddress.of(target.service()));
        channel.configureBlocking(true);
        return channel;
    }

    private static Socket connect(HostPort target, int limitMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(target.literal().orElseThrow().toInetAddress(), target.port()), limitMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
