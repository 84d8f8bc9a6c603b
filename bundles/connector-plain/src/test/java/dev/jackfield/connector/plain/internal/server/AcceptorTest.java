package dev.jackfield.connector.plain.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.ServerOptions;
import dev.jackfield.loop.ChannelLoop;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When to accept and when not; that it works at all is the business of the server's tests. */
class AcceptorTest {
    private static final Logger LOG = Logger.getLogger("dev.jackfield.connector.plain");

    private final HandLoop loop = new HandLoop();
    private final HandLoop other = new HandLoop();
    private final ScriptedChannel channel = new ScriptedChannel();
    private final List<Wire> wires = new ArrayList<>();
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final List<LogRecord> logged = new ArrayList<>();
    private final ServerOptions options =
            ServerOptions.defaults().withAcceptsPerTurn(3).withPause(Duration.ofMillis(200));
    private int undone;
    private boolean loggingFails;
    private Acceptor acceptor = acceptor(List.of(loop));

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (loggingFails) {
                throw new NoClassDefFoundError("Could not initialize");
            }
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void begin() throws Exception {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
        acceptor.start();
        assertThat(loop.watches).as("before the loop turns").isEmpty();
        loop.manual().run();
        assertThat(listening().interest()).isEqualTo(SelectionKey.OP_ACCEPT);
    }

    @AfterEach
    void close() throws Exception {
        acceptor.close();
        loop.manual().run();
        assertThat(listening().closed).isTrue();
        assertThat(loop.manual().timers()).isZero();
        assertThat(channel.isOpen()).isFalse();
        assertThat(undone).isEqualTo(1);
        for (SocketChannel socket : sockets) {
            socket.close();
        }
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void acceptsSoManyInOneTurnAndNoMore() throws Exception {
        connections(7);
        for (int expected : new int[] {3, 6, 7}) {
            loop.turn();
            assertThat(wires).hasSize(expected);
        }
        assertThat(channel.calls).isEqualTo(3 + 3 + 2);
    }

    @Test
    void pausesWithoutResources() throws Exception {
        connections(1);
        channel.script.add(new IOException("Too many open files"));
        channel.script.add(new IOException("Too many open files"));
        channel.script.add(new OutOfMemoryError("thrown on purpose"));
        connections(4);
        loop.turn();
        assertThat(wires).hasSize(1);
        assertThat(listening().interest()).isZero();
        loop.manual().advance(Duration.ofMillis(199));
        loop.turn();
        assertThat(channel.calls).as("not before the pause is over").isEqualTo(2);
        for (int again = 0; again < 2; again++) {
            loop.manual().advance(Duration.ofMillis(200));
            loop.turn();
            assertThat(listening().interest()).isZero();
        }
        loop.manual().advance(Duration.ofMillis(200));
        loop.turn();
        loop.turn();
        assertThat(wires).hasSize(5);
        assertThat(warnings())
                .containsExactly("Cannot accept a connection at 192.0.2.1:80; trying every 200 ms from now on");
        assertThat(loop.manual().timers()).isZero();
    }

    @Test
    void tellsOfTheNextShortageAgain() throws Exception {
        for (int spell = 1; spell <= 2; spell++) {
            channel.script.add(new IOException("Too many open files"));
            loop.turn();
            loop.manual().advance(Duration.ofMillis(200));
            loop.turn();
            assertThat(warnings()).hasSize(spell);
        }
    }

    /** As the JDK's own formatter does, which opens a file the first time. */
    @Test
    void survivesThatLoggingNeedsResourcesToo() throws Exception {
        loggingFails = true;
        channel.script.add(new IOException("Too many open files"));
        channel.script.add(new IOException("Too many open files"));
        connections(1);
        loop.turn();
        assertThat(listening().interest()).isZero();
        loggingFails = false;
        loop.manual().advance(Duration.ofMillis(200));
        loop.turn();
        assertThat(warnings()).as("as soon as it can be told").hasSize(1);
        loop.manual().advance(Duration.ofMillis(200));
        loop.turn();
        assertThat(wires).hasSize(1);
    }

    @Test
    void closesDuringAPause() {
        channel.script.add(new IOException("Too many open files"));
        loop.turn();
        assertThat(loop.manual().timers()).isEqualTo(1);
        acceptor.close();
        loop.manual().run();
        assertThat(loop.manual().timers()).isZero();
    }

    @Test
    void closesWhenTheSocketIsClosed() throws Exception {
        channel.close();
        loop.turn();
        assertThat(acceptor.closed()).isTrue();
    }

    @Test
    void closesAConnectionWhoseCallbackThrows() throws Exception {
        wires.add(null);
        connections(2);
        loop.turn();
        assertThat(sockets.get(0).isOpen()).isTrue();
        assertThat(sockets.get(1).isOpen()).isFalse();
        assertThat(logged)
                .anyMatch(line -> line.getLevel() == Level.SEVERE
                        && line.getThrown().getMessage().equals("thrown on purpose"));
    }

    @Test
    void closesWhatWasOnItsWayToAnotherLoop() throws Exception {
        acceptor.close();
        loop.manual().run();
        ScriptedChannel second = new ScriptedChannel();
        connections(4);
        second.script.addAll(channel.script);
        Acceptor spread = new Acceptor(
                new Listening(second, HostPort.of("192.0.2.1", 81), () -> {}),
                loop,
                List.of(loop, other),
                wires::add,
                ServerOptions.defaults());
        loop.watches.remove(0);
        spread.start();
        loop.manual().run();
        loop.turn();
        assertThat(wires).hasSize(2).allMatch(wire -> wire.loop() == loop);
        spread.close();
        other.manual().run();
        loop.manual().run();
        assertThat(wires).hasSize(2);
        assertThat(sockets).filteredOn(SocketChannel::isOpen).hasSize(2);
    }

    @Test
    void closesWhatIsMeantForALoopThatHasEnded() throws Exception {
        acceptor.close();
        loop.manual().run();
        other.manual().end();
        loop.watches.clear();
        ScriptedChannel second = new ScriptedChannel();
        connections(2);
        second.script.addAll(channel.script);
        Acceptor spread = new Acceptor(
                new Listening(second, HostPort.of("192.0.2.1", 81), () -> {}),
                loop,
                List.of(other),
                wires::add,
                ServerOptions.defaults());
        spread.start();
        loop.manual().run();
        loop.turn();
        assertThat(wires).isEmpty();
        assertThat(sockets).noneMatch(SocketChannel::isOpen);
        spread.close();
        loop.manual().run();
    }

    private Acceptor acceptor(List<ChannelLoop> loops) {
        Listening listening = new Listening(channel, HostPort.of("192.0.2.1", 80), () -> undone++);
        return new Acceptor(listening, loop, loops, this::take, options);
    }

    private void take(Wire wire) {
        wires.add(wire);
        if (wires.contains(null) && wires.size() == 3) {
            throw new AssertionError("thrown on purpose");
        }
    }

    private void connections(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel socket = SocketChannel.open();
            sockets.add(socket);
            channel.script.add(socket);
        }
    }

    private List<String> warnings() {
        return logged.stream()
                .filter(line -> line.getLevel() == Level.WARNING)
                .map(LogRecord::getMessage)
                .toList();
    }

    private HandLoop.HandWatch listening() {
        return loop.watches.get(0);
    }
}
