package dev.jackfield.anyevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.LoopbackPeer;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketFunctionsTest {
    private final AnyEvent ae = AnyEvent.open();
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        ae.close();
    }

    @Test
    void connectsToItsOwnServerWhosePortIsLearntWhilePreparing() throws Exception {
        BlockingQueue<String> prepared = new LinkedBlockingQueue<>();
        BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
        Guard server = ae.tcpServer(
                "127.0.0.1",
                "",
                (fh, host, port) -> {
                    accepted.add(host);
                    Wires.write(fh, ByteBuffer.wrap("The internet is full".getBytes()))
                            .thenRun(fh::close);
                },
                (fh, host, port) -> {
                    prepared.add(host + " " + port);
                    return 5;
                });
        String port = prepared.remove().substring("127.0.0.1 ".length());

        BlockingQueue<NetworkChannel> sockets = new LinkedBlockingQueue<>();
        ae.tcpConnect("127.1", port, connections::add, fh -> {
            sockets.add(fh);
            return 10;
        });
        Connected up = next().orThrow();

        assertThat(up.host()).isEqualTo("127.0.0.1");
        assertThat(up.port()).isEqualTo(port);
        assertThat(sockets).hasSize(1);
        assertThat(accepted.poll(10, TimeUnit.SECONDS)).isEqualTo("127.0.0.1");
        CompletableFuture<ByteBuffer> read = new CompletableFuture<>();
        up.fh()
                .loop()
                .execute(() -> Wires.readFully(up.fh(), ByteBuffer.allocate(20))
                        .whenComplete((bytes, error) -> read.complete(bytes)));
        assertThat(new String(read.get(10, TimeUnit.SECONDS).array())).isEqualTo("The internet is full");

        server.close();
        up.fh().loop().execute(up.fh()::close);
    }

    @Test
    void speaksOverUnixDomainSockets() throws Exception {
        String path = folder.resolve("s").toString();
        BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
        Guard server = ae.tcpServer("unix/", path, (fh, host, port) -> accepted.add(host));
        ae.tcpConnect("unix/", path, connections::add);

        Connected up = next().orThrow();
        assertThat(up.host()).isEqualTo("unix/");
        assertThat(up.port()).isEqualTo(path);
        assertThat(accepted.poll(10, TimeUnit.SECONDS)).isEqualTo("unix/");
        server.close();
        assertThat(Files.exists(Path.of(path))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "unix/, /no/such/socket, ENOENT",
        "unix/, rel, ENXIO",
        "a..b, 80, ENXIO",
        "127.0.0.1, 65536, ENXIO",
        "127.0.0.1, no-such-service, ENXIO"
    })
    void tellsByTheSystemsNamesWhatWentWrong(String host, String service, String errno) throws Exception {
        ae.tcpConnect(host, service, connections::add);
        NotConnected down = (NotConnected) next();
        assertThat(down.errno()).as(down.why().getMessage()).isEqualTo(errno);
        assertThatThrownBy(down::orThrow).isSameAs(down.why());
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        ae.tcpConnect("127.0.0.1", "" + LoopbackPeer.refusing().port(), connections::add);
        assertThat(((NotConnected) next()).errno()).isEqualTo("ECONNREFUSED");
    }

    /** Each address is prepared and connected once. */
    @Test
    void retriesWithTheNextAddressUntilThereIsNone() throws Exception {
        BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
        BlockingQueue<String> listening = new LinkedBlockingQueue<>();
        Guard four = ae.tcpServer("127.0.0.1", "0", (fh, host, port) -> accepted.add(host), (fh, host, port) -> {
            listening.add(port);
            return 0;
        });
        String port = listening.remove();
        Guard six = ae.tcpServer("::1", port, (fh, host, thisPort) -> accepted.add(host));
        AtomicInteger prepared = new AtomicInteger();
        ae.tcpConnect("localhost", port, connections::add, fh -> {
            prepared.incrementAndGet();
            return 0;
        });
        Connected first = next().orThrow();
        first.retry().run();
        Connected second = next().orThrow();
        assertThat(List.of(first.host(), second.host())).containsExactlyInAnyOrder("127.0.0.1", "::1");
        first.retry().run();
        second.retry().run();
        NotConnected none = (NotConnected) next();
        assertThat(none.errno()).isEqualTo("ENXIO");
        assertThat(none.why()).hasMessage("No address of localhost is left");
        assertThat(connections).isEmpty();
        assertThat(prepared).hasValue(2);
        assertThat(List.of(accepted.take(), accepted.take())).containsExactlyInAnyOrder("127.0.0.1", "::1");
        assertThat(accepted).isEmpty();
        four.close();
        six.close();
    }

    @Test
    void retriesAPathInVain() throws Exception {
        Guard server = ae.tcpServer("unix/", folder.resolve("s").toString(), (fh, host, port) -> {});
        ae.tcpConnect("unix/", folder.resolve("s").toString(), connections::add);
        next().orThrow().retry().run();
        assertThat(((NotConnected) next()).errno()).isEqualTo("ENXIO");
        server.close();
    }

    @Test
    void saysNothingMoreOnceTheGuardIsClosed() throws Exception {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        String port = "" + LoopbackPeer.refusing().port();
        // On the loop of that host, so that nothing can happen between the call and its end.
        ae.tcpConnect("127.0.0.1", "1x", onItsLoop -> {
            Guard guard = ae.tcpConnect("127.0.0.1", port, connections::add, fh -> {
                throw new AssertionError("prepared though called off");
            });
            guard.close();
            ae.tcpConnect("127.0.0.1", "1x", connection -> passed.complete(null));
        });
        passed.get(10, TimeUnit.SECONDS);
        assertThat(connections).isEmpty();
    }

    @Test
    void bindsWithoutAccepting() throws Exception {
        BlockingQueue<ServerSocketChannel> done = new LinkedBlockingQueue<>();
        Guard guard = ae.tcpBind("::1", "0", done::add);
        ServerSocketChannel channel = done.remove();
        assertThat(channel.isBlocking()).isFalse();
        InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
        assertThatThrownBy(() -> ae.tcpBind("::1", "" + local.getPort(), done::add))
                .isInstanceOf(BindException.class);
        guard.close();
        assertThat(channel.isOpen()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> ae.tcpBind("localhost", "0", done::add));
        assertThatIllegalArgumentException().isThrownBy(() -> ae.tcpBind("::1", "nosuchsvc", done::add));
    }

    @Test
    void looksNamesUp() throws Exception {
        CompletableFuture<List<byte[]>> octets = new CompletableFuture<>();
        ae.inetAton("localhost", octets::complete);
        assertThat(octets.get(10, TimeUnit.SECONDS))
                .extracting(HexFormat.of()::formatHex)
                .contains("7f000001");

        CompletableFuture<List<byte[]>> none = new CompletableFuture<>();
        ae.inetAton("a..b", none::complete);
        assertThat(none.get(10, TimeUnit.SECONDS)).isEmpty();

        assertThat(sockaddr("127.0.0.1", "domain", "udp", 0))
                .containsExactly(new Sockaddr(
                        StandardProtocolFamily.INET, SocketType.DGRAM, 17, AnyEvent.packSockaddr("53", new byte[] {
                            127, 0, 0, 1
                        })));
        assertThat(sockaddr("::1", "80", "", 4)).isEmpty();
        assertThat(sockaddr("unix/", "/tmp/x", "bogus", 0))
                .extracting(Sockaddr::type)
                .containsExactly(SocketType.STREAM);
        assertThat(sockaddr("unix/", "80", "", 0)).isEmpty();
        assertThat(sockaddr("unix/", "/\0", "", 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> sockaddr("::1", "80", "icmp", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sockaddr("::1", "80", "", 5));
    }

    private List<Sockaddr> sockaddr(String node, String service, String proto, int family) throws Exception {
        CompletableFuture<List<Sockaddr>> found = new CompletableFuture<>();
        ae.resolveSockaddr(node, service, proto, family, SocketType.AUTO, found::complete);
        return found.get(10, TimeUnit.SECONDS);
    }

    private Connection next() throws InterruptedException {
        Connection connection = connections.poll(10, TimeUnit.SECONDS);
        assertThat(connection).isNotNull();
        return connection;
    }
}
