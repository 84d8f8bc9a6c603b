package dev.jackfield.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.loop.Loop;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WiresTest {
    private final ScriptedWire wire = new ScriptedWire();

    @Test
    void readsExactlyWhatWasAskedFor() {
        wire.script.add("ab");
        wire.script.add("");
        wire.script.add("cdEF");
        CompletableFuture<ByteBuffer> read =
                Wires.readFully(wire, ByteBuffer.allocate(4)).toCompletableFuture();
        assertThat(read).isNotDone();
        wire.tellReader();
        assertThat(US_ASCII.decode(read.join()).toString()).isEqualTo("abcd");
        assertThat(wire.script).containsExactly("EF");
        assertThat(wire.reader).isNull();
    }

    @Test
    void knowsWhereTheClientBegins() {
        Dial dial = Dial.on(new TurnedLoop());
        for (List<String> client : List.of(List.of("http/1.1"), List.of("h2", "http/1.1"), List.of("http/1.0"))) {
            assertThat(Wires.clientBegins(dial.speaking(client))).isTrue();
        }
        for (List<String> unknown :
                List.of(List.<String>of(), List.of("imap"), List.of("http/1.1", "unheard-of"), List.of("h2c"))) {
            assertThat(Wires.clientBegins(dial.speaking(unknown))).isFalse();
        }
    }

    @Test
    void readsNothingIfNothingIsWanted() {
        assertThat(Wires.readFully(wire, ByteBuffer.allocate(0)).toCompletableFuture())
                .isCompleted();
    }

    @Test
    void saysHowMuchWasMissingAtTheEnd() {
        wire.script.add("ab");
        wire.script.add("END");
        CompletableFuture<ByteBuffer> read =
                Wires.readFully(wire, ByteBuffer.allocate(4)).toCompletableFuture();
        assertThat(read)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(EOFException.class)
                .withMessage("The stream ended with 2 bytes still to come of 4");
    }

    @Test
    void writesEverything() {
        wire.room.add(2);
        wire.room.add(0);
        wire.room.add(1);
        wire.room.add(0);
        wire.room.add(9);
        CompletableFuture<Void> written =
                Wires.write(wire, ByteBuffer.wrap("hello".getBytes(US_ASCII))).toCompletableFuture();
        assertThat(wire.written).hasToString("he");
        wire.tellWriter();
        assertThat(wire.written).hasToString("hel");
        assertThat(written).isNotDone();
        wire.tellWriter();
        assertThat(wire.written).hasToString("hello");
        assertThat(written).isCompleted();
    }

    @Test
    void passesOnWhatTheWireThrows() {
        wire.failure = new IOException("Connection reset");
        assertFailed(Wires.readFully(wire, ByteBuffer.allocate(1)).toCompletableFuture());
        assertFailed(Wires.write(wire, ByteBuffer.allocate(1)).toCompletableFuture());
    }

    /** Otherwise the stage would never complete: the exception would go to whoever calls the waiter. */
    @Test
    void passesOnWhatAWireThrowsAgainstTheRules() {
        for (Throwable thrown : List.of(new IllegalStateException("out of order"), new NoClassDefFoundError("gone"))) {
            wire.failure = null;
            wire.script.add("");
            wire.room.add(0);
            CompletableFuture<ByteBuffer> read =
                    Wires.readFully(wire, ByteBuffer.allocate(1)).toCompletableFuture();
            CompletableFuture<Void> written =
                    Wires.write(wire, ByteBuffer.allocate(1)).toCompletableFuture();
            wire.failure = thrown;
            wire.tellReader();
            wire.tellWriter();
            assertFailed(read);
            assertFailed(written);
        }
    }

    private void assertFailed(Future<?> future) {
        assertThat(future)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isSameAs(wire.failure);
    }

    /** Reads what the script says, writes as much as there is room for. */
    private static final class ScriptedWire implements Wire {
        private final ArrayDeque<String> script = new ArrayDeque<>();
        private final Queue<Integer> room = new ArrayDeque<>();
        private final StringBuilder written = new StringBuilder();
        private Throwable failure;
        private Runnable reader;
        private Runnable writer;

        void tellReader() {
            Runnable told = reader;
            reader = null;
            told.run();
        }

        void tellWriter() {
            Runnable told = writer;
            writer = null;
            told.run();
        }

        @Override
        public int read(ByteBuffer destination) throws IOException {
            fail();
            String next = script.remove();
            if (next.equals("END")) {
                return -1;
            }
            int count = Math.min(next.length(), destination.remaining());
            destination.put(next.substring(0, count).getBytes(US_ASCII));
            if (count < next.length()) {
                script.addFirst(next.substring(count));
            }
            return count;
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
            fail();
            int count = Math.min(room.remove(), sources[offset].remaining());
            for (int i = 0; i < count; i++) {
                written.append((char) sources[offset].get());
            }
            return count;
        }

        private void fail() throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }

        @Override
        public void whenReadable(Runnable once) {
            reader = once;
        }

        @Override
        public void whenWritable(Runnable once) {
            writer = once;
        }

        @Override
        public void shutdownOutput() {}

        @Override
        public void close() {}

        @Override
        public Loop loop() {
            throw new AssertionError("not needed");
        }

        @Override
        public SocketAddress peer() {
            throw new AssertionError("not needed");
        }

        @Override
        public <T> Optional<T> beneath(Class<T> type) {
            return Optional.empty();
        }
    }
}
