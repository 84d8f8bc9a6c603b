package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.net.BindException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerTest {
    private static final HostPort HERE = HostPort.of("127.0.0.1", 0);
    private static final ServerOptions DEFAULTS = ServerOptions.defaults();

    private final Loops loops = Loops.create(2);
    private final ChannelLoop loop = loops.all().get(0);
    private final BlockingQueue<Wire> wires = new LinkedBlockingQueue<>();

    @RegisterExtension
    final BackAtZero leftovers = new BackAtZero(() ->
            Map.of("channels", loops.load().channels(), "timers", loops.load().timers()));

    @AfterEach
    void closeAll() throws Exception {
        for (Wire wire : wires) {
            on(wire.loop(), () -> {
                wire.close();
                return true;
            });
        }
        leftovers.check();
        loops.close();
    }

    @Test
    void acceptsWiresOnTheLoop() throws Exception {
        CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
        try (Server server = Server.listen(HERE, loop, wire -> {
                    onLoop.complete(loop.inLoop() && wire.loop() == loop);
                    wires.add(wire);
                });
                SocketChannel client = Clients.connect(server.local())) {
            Wire wire = wires.poll(10, TimeUnit.SECONDS);
            assertThat(onLoop.join()).isTrue();
            assertThat(wire.peer()).isEqualTo(client.getLocalAddress());
            SocketChannel channel = wire.beneath(SocketChannel.class).orElseThrow();
            assertThat(channel.isBlocking()).isFalse();
            assertThat(channel.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
            wires.add(wire);
        }
    }

    @Test
    void carriesOctetsBothWays() throws Exception {
        try (Server server = Server.listen(HERE, loop, ServerTest::echo);
                SocketChannel client = Clients.connect(server.local())) {
            client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            ByteBuffer back = ByteBuffer.allocate(3);
            while (back.hasRemaining()) {
                assertThat(client.read(back)).isPositive();
            }
            assertThat(back.array()).containsExactly(1, 2, 3);
            client.shutdownOutput();
            assertThat(Clients.closed(client)).isTrue();
        }
    }

    @Test
    void listensOnReturnAlsoWhenCalledOnTheLoop() throws Exception {
        Server server = on(loop, () -> {
            Server made = Server.listen(HERE, loop, wires::add);
            assertThat(Clients.reaches(made.local())).isTrue();
            assertThat(wires).isEmpty();
            return made;
        });
        wires.add(wires.poll(10, TimeUnit.SECONDS));
        server.close();
    }

    @Test
    void preparesBeforeItListens() throws Exception {
        List<HostPort> seen = new ArrayList<>();
        ServerOptions options = DEFAULTS.withPreparation((channel, local) -> {
            assertThat(channel.getLocalAddress()).isNull();
            assertThat(channel.getOption(StandardSocketOptions.SO_REUSEADDR)).isTrue();
            channel.configureBlocking(true);
            assertThat(Clients.reaches(local)).isFalse();
            seen.add(local);
            return 0;
        });
        try (Server server = Server.listen(HERE, loop, wires::add, options)) {
            assertThat(server.local().port()).isPositive();
            assertThat(seen).containsExactly(server.local());
            assertThat(Clients.reaches(server.local())).isTrue();
            wires.add(wires.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void takesTheBacklogFromThePreparation() throws Exception {
        assertThat(queued(DEFAULTS.withPreparation((channel, local) -> 1))).isBetween(1, 3);
        assertThat(queued(DEFAULTS)).isEqualTo(10);
        assertThat(ServerOptions.BACKLOG).isEqualTo(128);
    }

    @Test
    void leavesNothingOpenWhenThePreparationFails() {
        List<ServerSocketChannel> channels = new ArrayList<>();
        assertThatThrownBy(() -> Server.bind(HERE, DEFAULTS.withPreparation((channel, local) -> {
                    channels.add(channel);
                    throw new IOException("not today");
                })))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot listen on 127.0.0.1:0: not today");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Server.bind(HERE, DEFAULTS.withPreparation((channel, local) -> {
                    channels.add(channel);
                    return -1;
                })))
                .withMessageContaining("expected a backlog of 0 or more from the preparation, got -1");
        assertThat(channels).hasSize(2).noneMatch(ServerSocketChannel::isOpen);
    }

    @Test
    void refusesNamesAndUnknownServices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Server.listen(HostPort.of("localhost", 80), loop, wires::add))
                .withMessage(
                        "Cannot listen on localhost:80: expected a literal address, or unix/ and a path, got a name;"
                                + " names are not looked up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Server.listen(new HostPort("127.0.0.1", 0, "nosuchservice"), loop, wires::add))
                .withMessageContaining("expected a port, got a service unknown here");
    }

    @Test
    void saysThatAnAddressIsInUseOrNotOurs() throws Exception {
        try (BoundListener first = Server.bind(HERE, DEFAULTS)) {
            assertThatThrownBy(() -> Server.listen(first.local(), loop, wires::add))
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("Cannot listen on " + first.local() + ": ");
        }
        assertThatThrownBy(() -> Server.bind(HostPort.of("192.0.2.1", 0), DEFAULTS))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("Cannot listen on 192.0.2.1:0: ");
    }

    /** The intruder has SO_REUSEADDR; without it, it could not even be bound. */
    @Test
    void failsIfSomebodyListensOnThePortMeanwhile() {
        List<BoundListener> intruders = new ArrayList<>();
        assertThatThrownBy(() -> Server.bind(HERE, DEFAULTS.withPreparation((channel, local) -> {
                    intruders.add(Server.bind(local, DEFAULTS));
                    return 0;
                })))
                .isInstanceOf(BindException.class);
        assertThat(intruders).hasSize(1).allMatch(intruder -> Clients.reaches(intruder.local()));
        intruders.forEach(BoundListener::close);
    }

    @Test
    void givesEveryServerAPortOfItsOwn() throws Exception {
        List<HostPort> ports = new ArrayList<>();
        ServerOptions another = DEFAULTS.withPreparation((channel, local) -> {
            ports.add(local);
            return 0;
        });
        ServerOptions two = DEFAULTS.withPreparation((channel, local) -> {
            ports.add(local);
            Server.bind(HERE, another).close();
            return 0;
        });
        Server.bind(HERE, two).close();
        assertThat(ports).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void takesEveryFormOfAnAddress() throws Exception {
        Map<String, String> forms =
                Map.of("127.1", "127.0.0.1", "0x7f.1", "127.0.0.1", "::ffff:127.0.0.1", "127.0.0.1", "0:0::1", "::1");
        for (Map.Entry<String, String> form : forms.entrySet()) {
            try (BoundListener listener = Server.bind(HostPort.of(form.getKey(), 0), DEFAULTS)) {
                assertThat(listener.local().host()).isEqualTo(form.getValue());
                assertThat(Clients.reaches(listener.local())).isTrue();
            }
        }
    }

    @Test
    void keepsTheWildcardsApart() throws Exception {
        try (BoundListener four = Server.bind(HostPort.of("0.0.0.0", 0), DEFAULTS)) {
            assertThat(Clients.reaches(at("127.0.0.1", four))).isTrue();
            assertThat(Clients.reaches(at("::1", four))).isFalse();
        }
        assertThat(Server.anywhere(7)).isEqualTo(HostPort.of("::", 7));
        try (Server both = Server.listen(Server.anywhere(0), loop, wires::add);
                SocketChannel client =
                        Clients.connect(HostPort.of("127.0.0.1", both.local().port()))) {
            Wire wire = wires.poll(10, TimeUnit.SECONDS);
            wires.add(wire);
            assertThat(wire.peer()).as("not as a mapped address").isEqualTo(client.getLocalAddress());
            assertThat(Clients.reaches(HostPort.of("::1", both.local().port()))).isTrue();
            wires.add(wires.poll(10, TimeUnit.SECONDS));
            assertThatThrownBy(() ->
                            Server.bind(HostPort.of("0.0.0.0", both.local().port()), DEFAULTS))
                    .as("the example in the documentation")
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void losesOnlyTheConnectionWhoseCallbackThrows() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Server server = Server.listen(HERE, loop, wire -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new AssertionError("thrown on purpose");
                    }
                    echo(wire);
                });
                SocketChannel first = Clients.connect(server.local())) {
            assertThat(Clients.closed(first)).isTrue();
            try (SocketChannel second = Clients.connect(server.local())) {
                second.write(ByteBuffer.wrap(new byte[] {1}));
                assertThat(second.read(ByteBuffer.allocate(1))).isEqualTo(1);
            }
        }
    }

    @Test
    void stopsWhileWiresLiveOn() throws Exception {
        Server server = Server.listen(HERE, loop, ServerTest::echo);
        try (SocketChannel client = Clients.connect(server.local())) {
            client.write(ByteBuffer.wrap(new byte[] {1}));
            assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(1);
            server.close();
            server.close();
            assertThat(server.closed()).isTrue();
            untilUnreachable(server);
            client.write(ByteBuffer.wrap(new byte[] {2}));
            assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(1);
        }
        Server.bind(server.local(), DEFAULTS).close();
    }

    /** The system stops listening with the loop's next look at its channels; several tasks may fit in before. */
    private void untilUnreachable(Server server) throws Exception {
        long begin = System.nanoTime();
        while (Clients.reaches(server.local())) {
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
            on(loop, () -> true);
        }
    }

    @Test
    void acceptsNobodyOnceItWasClosedInsideACallback() throws Exception {
        CompletableFuture<Server> made = new CompletableFuture<>();
        on(loop, () -> {
            Server server = Server.listen(HERE, loop, wire -> {
                wires.add(wire);
                made.join().close();
            });
            for (int i = 0; i < 3; i++) {
                assertThat(Clients.reaches(server.local())).isTrue();
            }
            return made.complete(server);
        });
        Wire only = wires.poll(10, TimeUnit.SECONDS);
        on(loop, () -> true);
        assertThat(wires).isEmpty();
        wires.add(only);
    }

    @Test
    void endsWithItsLoop() throws Exception {
        Loops others = Loops.create(1);
        ChannelLoop other = others.all().get(0);
        Server server = Server.listen(HERE, other, wires::add);
        on(other, () -> true);
        others.close();
        assertThat(server.closed()).isTrue();
        assertThat(others.load().channels()).isZero();
        assertThat(Clients.reaches(server.local())).isFalse();
        assertThatThrownBy(() -> Server.listen(server.local(), other, wires::add))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot accept on " + server.local() + ": the loop has ended");
        Server.bind(server.local(), DEFAULTS).close();
    }

    @Test
    void spreadsWiresOverLoops() throws Exception {
        BlockingQueue<Boolean> onTheirs = new LinkedBlockingQueue<>();
        List<SocketChannel> clients = new ArrayList<>();
        try (Server server = Server.listen(
                HERE,
                loops,
                wire -> {
                    onTheirs.add(wire.loop().inLoop());
                    wires.add(wire);
                },
                DEFAULTS)) {
            for (int i = 0; i < 6; i++) {
                clients.add(Clients.connect(server.local()));
            }
            for (int i = 0; i < 6; i++) {
                assertThat(onTheirs.poll(10, TimeUnit.SECONDS)).isTrue();
            }
        }
        on(loops.all().get(0), () -> true);
        on(loops.all().get(1), () -> true);
        assertThat(wires).filteredOn(wire -> wire.loop() == loop).hasSize(3);
        assertThat(wires).hasSize(6);
        for (SocketChannel client : clients) {
            client.close();
        }
    }

    @Test
    void bindsWithoutAccepting() throws Exception {
        BoundListener listener = Server.bind(HERE, DEFAULTS);
        assertThat(listener.channel().isBlocking()).isFalse();
        assertThat(listener.channel().accept()).isNull();
        try (SocketChannel client = Clients.connect(listener.local());
                SocketChannel accepted = listener.channel().accept()) {
            assertThat(accepted.getRemoteAddress()).isEqualTo(client.getLocalAddress());
            listener.close();
            assertThat(listener.channel().isOpen()).isFalse();
            assertThat(accepted.isConnected()).isTrue();
            assertThat(Clients.reaches(listener.local())).isFalse();
        }
    }

    private static HostPort at(String host, BoundListener listener) {
        return HostPort.of(host, listener.local().port());
    }

    /** How many of ten are taken into the queue of a server that does not accept. */
    private static int queued(ServerOptions options) throws IOException {
        List<SocketChannel> clients = new ArrayList<>();
        int queued = 0;
        try (BoundListener listener = Server.bind(HERE, options)) {
            for (int i = 0; i < 10; i++) {
                SocketChannel client = SocketChannel.open();
                clients.add(client);
                client.configureBlocking(false);
                if (client.connect(Clients.address(listener.local())) || client.finishConnect()) {
                    queued++;
                }
            }
        }
        for (SocketChannel client : clients) {
            client.close();
        }
        return queued;
    }

    private static void echo(Wire wire) {
        ByteBuffer buffer = ByteBuffer.allocate(64);
        try {
            if (wire.read(buffer) < 0) {
                wire.close();
                return;
            }
            wire.write(new ByteBuffer[] {buffer.flip()}, 0, 1);
            wire.whenReadable(() -> echo(wire));
        } catch (IOException e) {
            wire.close();
        }
    }

    private static <T> T on(Loop loop, Callable<T> task) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                outcome.complete(task.call());
            } catch (Exception | AssertionError e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome.get(10, TimeUnit.SECONDS);
    }
}
