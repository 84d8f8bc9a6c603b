package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class UnixServerTest {
    private static final ServerOptions DEFAULTS = ServerOptions.defaults();
    private static final int MOST = 106;

    private final Loops loops = Loops.create(1);
    private final ChannelLoop loop = loops.all().get(0);
    private final BlockingQueue<Wire> wires = new LinkedBlockingQueue<>();

    @TempDir
    Path directory;

    private Path file;
    private HostPort at;

    @RegisterExtension
    final BackAtZero leftovers =
            new BackAtZero(() -> Map.of("channels", loops.load().channels()));

    @BeforeEach
    void path() {
        file = directory.resolve("s.sock");
        at = HostPort.unix(file.toString());
    }

    @AfterEach
    void close() throws Exception {
        loop.execute(() -> wires.forEach(Wire::close));
        leftovers.check();
        loops.close();
    }

    @Test
    void acceptsAndCleansUp() throws Exception {
        Server server = Server.listen(at, loop, wires::add);
        assertThat(server.local()).isEqualTo(at);
        assertThat(files()).containsExactly(file);
        try (SocketChannel client = Clients.connect(at)) {
            Wire wire = wires.poll(10, TimeUnit.SECONDS);
            assertThat(wire.peer()).isEqualTo(client.getLocalAddress());
            server.close();
            assertThat(files()).isEmpty();
            loop.execute(wire::close);
            assertThat(Clients.closed(client)).isTrue();
        }
    }

    @Test
    void endsWithItsLoop() throws Exception {
        Loops others = Loops.create(1);
        Server server = Server.listen(at, others.all().get(0), wires::add);
        others.close();
        assertThat(server.closed()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void isNotThereBeforeItListens() throws Exception {
        List<HostPort> seen = new ArrayList<>();
        ServerOptions options = DEFAULTS.withPreparation((channel, local) -> {
            assertThat(file).doesNotExist();
            assertThat(channel.getLocalAddress()).isNull();
            seen.add(local);
            return 5;
        });
        Server.bind(at, options).close();
        assertThat(seen).containsExactly(at);
        assertThatThrownBy(() -> Server.bind(at, DEFAULTS.withPreparation((channel, local) -> {
                    throw new IllegalStateException("not today");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void replacesADeadSocket() throws Exception {
        dead(file);
        try (BoundListener listener = Server.bind(at, DEFAULTS)) {
            assertThat(Clients.reaches(listener.local())).isTrue();
            assertThat(files()).containsExactly(file);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesWhatIsNoSocket() throws Exception {
        Files.writeString(directory.resolve("file"), "precious");
        Files.createDirectory(directory.resolve("directory"));
        dead(directory.resolve("dead"));
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("dead"));
        Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nowhere"));
        new ProcessBuilder("mkfifo", directory.resolve("pipe").toString())
                .start()
                .waitFor();
        List<Path> before = files();
        Map<String, String> reasons = Map.of(
                "file", "there is a regular file",
                "directory", "there is a directory",
                "link", "there is a symbolic link",
                "dangling", "there is a symbolic link",
                "pipe", "there is something that is no socket");
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            HostPort taken = HostPort.unix(directory.resolve(reason.getKey()).toString());
            assertThatThrownBy(() -> Server.bind(taken, DEFAULTS))
                    .isInstanceOf(BindException.class)
                    .hasMessage("Cannot listen on " + taken + ": Address already in use: " + reason.getValue());
        }
        assertThat(files()).isEqualTo(before);
        assertThat(directory.resolve("file")).hasContent("precious");
    }

    @Test
    void leavesAServerThatIsAlive() throws Exception {
        try (BoundListener alive = Server.bind(at, DEFAULTS)) {
            assertThatThrownBy(() -> Server.bind(at, DEFAULTS))
                    .isInstanceOf(BindException.class)
                    .hasMessageEndingWith("Address already in use: a server answers there");
            assertThat(Clients.reaches(alive.local())).isTrue();
        }
    }

    @Test
    void leavesAServerThatIsBusy() throws Exception {
        List<SocketChannel> waiting = new ArrayList<>();
        try (BoundListener alive = Server.bind(at, DEFAULTS.withPreparation((channel, local) -> 1))) {
            for (int i = 0; i < 2; i++) {
                waiting.add(Clients.connect(at));
            }
            assertThatThrownBy(() -> Server.bind(at, DEFAULTS))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("the socket there does not refuse connections");
            assertThat(file).exists();
            assertThat(alive.channel().accept()).isNotNull().satisfies(SocketChannel::close);
        }
        for (SocketChannel client : waiting) {
            client.close();
        }
    }

    @Test
    void leavesThePathToWhoeverHasTakenItOver() throws Exception {
        BoundListener first = Server.bind(at, DEFAULTS);
        Files.delete(file);
        try (BoundListener second = Server.bind(at, DEFAULTS)) {
            first.close();
            assertThat(Clients.reaches(second.local())).isTrue();
        }
        BoundListener third = Server.bind(at, DEFAULTS);
        Files.delete(file);
        Files.writeString(file, "precious");
        third.close();
        assertThat(file).hasContent("precious");
    }

    @Test
    void hasOneWinnerWhenTwoTakeADeadPath() throws Exception {
        for (int round = 0; round < 20; round++) {
            dead(file);
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<List<BoundListener>>> both = List.of(racing(together), racing(together));
            List<BoundListener> winners = new ArrayList<>();
            for (CompletableFuture<List<BoundListener>> one : both) {
                winners.addAll(one.get(10, TimeUnit.SECONDS));
            }
            assertThat(winners).hasSize(1);
            assertThat(Clients.reaches(at)).isTrue();
            winners.get(0).close();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void hasItsPermissionsWhenItShowsUp() throws Exception {
        for (String wanted : List.of("rw-------", "rwxrwxrwx", "-w--w----")) {
            ServerOptions options = DEFAULTS.withPermissions(PosixFilePermissions.fromString(wanted));
            try (BoundListener listener = Server.bind(at, options)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo(wanted);
                assertThat(listener.channel().isOpen()).isTrue();
            }
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void goesStraightToALongPath() throws Exception {
        HostPort longest = ofLength(MOST);
        dead(Path.of(longest.service()));
        try (BoundListener listener = Server.bind(longest, DEFAULTS)) {
            assertThat(Clients.reaches(listener.local())).isTrue();
            assertThatThrownBy(() -> Server.bind(longest, DEFAULTS)).isInstanceOf(BindException.class);
        }
        assertThat(files()).isEmpty();
        ServerOptions options = DEFAULTS.withPermissions(PosixFilePermissions.fromString("rw-------"));
        Server.bind(ofLength(MOST - 8), options).close();
        assertThatThrownBy(() -> Server.bind(ofLength(MOST - 7), options))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("permissions need a file system that has them, and a path of at most 98 octets,"
                        + " got one of 99");
    }

    @Test
    void refusesPathsThatAreTooLongBeforeAnythingIsTouched() throws Exception {
        HostPort tooLong = ofLength(MOST + 1);
        Files.writeString(Path.of(tooLong.service()), "precious");
        List<HostPort> prepared = new ArrayList<>();
        assertThatThrownBy(() -> Server.bind(tooLong, DEFAULTS.withPreparation((channel, local) -> {
                    prepared.add(local);
                    return 0;
                })))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot listen on " + tooLong + ": expected a path of at most 106 octets, got 107");
        assertThat(prepared).isEmpty();
        assertThat(Path.of(tooLong.service())).hasContent("precious");
    }

    @Test
    void saysThatThereIsNoDirectory() {
        HostPort lost = HostPort.unix(directory.resolve("nodir/x.sock").toString());
        assertThatThrownBy(() -> Server.bind(lost, DEFAULTS))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot listen on " + lost + ": No such directory");
    }

    /** On a thread of its own; nothing if it lost. */
    private CompletableFuture<List<BoundListener>> racing(CyclicBarrier together) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await(10, TimeUnit.SECONDS);
                        return List.of(Server.bind(at, DEFAULTS));
                    } catch (BindException lost) {
                        return List.of();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private HostPort ofLength(int octets) {
        return HostPort.unix(directory
                .resolve("x".repeat(octets - directory.toString().length() - 1))
                .toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** What a server leaves behind that was killed. */
    private static void dead(Path path) throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
}
