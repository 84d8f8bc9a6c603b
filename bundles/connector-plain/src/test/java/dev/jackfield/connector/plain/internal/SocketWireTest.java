package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.loop.Watch;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a wire costs; that it works at all is the business of the contract. */
class SocketWireTest {
    private final Loops loops = Loops.create(1);
    private final CountingLoop loop = new CountingLoop(loops.all().get(0));
    private Peer peer;
    private Peer.Line line;
    private SocketWire wire;

    @BeforeEach
    void connect() throws Exception {
        peer = LoopbackPeer.open();
        CompletableFuture<Void> connected = new CompletableFuture<>();
        wire = call(() -> {
            SocketWire open = SocketWire.open(
                    loop,
                    new InetSocketAddress(
                            peer.address().literal().orElseThrow().toInetAddress(),
                            peer.address().port()));
            if (open.connect(() -> finish(open, connected))) {
                finish(open, connected);
            }
            return open;
        });
        connected.get(10, TimeUnit.SECONDS);
        line = peer.accept();
        loop.changes.clear();
    }

    @AfterEach
    void close() throws Exception {
        call(() -> {
            wire.close();
            return true;
        });
        line.close();
        peer.close();
        loops.close();
    }

    @Test
    void asksTheSelectorForNothingNewInATalk() throws Exception {
        talk(100);
        assertThat(loop.changes).isEmpty();
    }

    @Test
    void allocatesNothingInATalk() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        talk(2_000);
        long before = call(threads::getCurrentThreadAllocatedBytes);
        talk(1_000);
        long after = call(threads::getCurrentThreadAllocatedBytes);
        // Setting up the talk and measuring it costs something; a thousand turns at 16 bytes each would cost more.
        assertThat(after - before).isLessThan(16_000);
    }

    @Test
    void losesInterestInBytesThatNobodyWaitsForUntilSomebodyDoes() throws Exception {
        AtomicInteger told = new AtomicInteger();
        CompletableFuture<Void> first = new CompletableFuture<>();
        call(() -> {
            wire.whenReadable(() -> first.complete(null));
            return true;
        });
        line.write(new byte[] {1});
        first.get(10, TimeUnit.SECONDS);
        until(() -> loop.changes.size() == 1);
        CompletableFuture<Void> second = new CompletableFuture<>();
        call(() -> {
            wire.whenReadable(() -> {
                told.incrementAndGet();
                second.complete(null);
            });
            return true;
        });
        second.get(10, TimeUnit.SECONDS);
        assertThat(call(() -> wire.read(ByteBuffer.allocate(9)))).isEqualTo(1);
        assertThat(told).hasValue(1);
        assertThat(loop.changes).startsWith(0, SelectionKey.OP_READ);
    }

    @Test
    void caresForRoomOnlyWhileSomebodyWaitsForIt() throws Exception {
        CompletableFuture<Void> room = new CompletableFuture<>();
        call(() -> {
            wire.whenWritable(() -> room.complete(null));
            return true;
        });
        room.get(10, TimeUnit.SECONDS);
        until(() -> loop.changes.size() == 2);
        assertThat(loop.changes).containsExactly(SelectionKey.OP_READ | SelectionKey.OP_WRITE, SelectionKey.OP_READ);
    }

    @Test
    void givesTheJdkLargeHeapBuffersInParts() throws Exception {
        ByteBuffer[] large = {ByteBuffer.allocate(10), ByteBuffer.allocate(8 << 20), ByteBuffer.allocate(10)};
        long taken = call(() -> wire.write(large, 0, 3));
        assertThat(taken).isBetween(1L, 10L + 128 * 1024);
        assertThat(large[1].limit()).isEqualTo(large[1].capacity());
        assertThat(large[2].position()).isZero();
    }

    /** The wire says a byte, the peer echoes it, and so on. */
    private void talk(int rounds) throws Exception {
        Talk talk = new Talk(rounds);
        loop.execute(talk);
        for (int i = 0; i < rounds; i++) {
            line.write(line.read(1));
        }
        talk.done.get(10, TimeUnit.SECONDS);
    }

    private final class Talk implements Runnable {
        final CompletableFuture<Void> done = new CompletableFuture<>();
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(1).position(1);
        private final ByteBuffer[] buffers = {buffer};
        private int left;

        Talk(int rounds) {
            left = rounds;
        }

        @Override
        public void run() {
            try {
                if (buffer.hasRemaining()) {
                    wire.read(buffer);
                }
                if (!buffer.hasRemaining()) {
                    if (left-- == 0) {
                        done.complete(null);
                        return;
                    }
                    wire.write(buffers, 0, buffer.flip().limit());
                    buffer.clear();
                }
                wire.whenReadable(this);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        }
    }

    private static void finish(SocketWire open, CompletableFuture<Void> connected) {
        try {
            open.finishConnect();
            open.connected();
            connected.complete(null);
        } catch (IOException e) {
            connected.completeExceptionally(e);
        }
    }

    private <T> T call(Callable<T> what) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(what.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }

    private void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!call(condition)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    /** A loop that keeps a list of what the selector was asked for. */
    private record CountingLoop(ChannelLoop loop, List<Integer> changes) implements ChannelLoop {
        CountingLoop(ChannelLoop loop) {
            this(loop, new ArrayList<>());
        }

        @Override
        public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) throws IOException {
            Watch watch = loop.watch(channel, interest, ready);
            return new Watch() {
                @Override
                public void interest(int operations) {
                    changes.add(operations);
                    watch.interest(operations);
                }

                @Override
                public int interest() {
                    return watch.interest();
                }

                @Override
                public void close() {
                    watch.close();
                }
            };
        }

        @Override
        public void execute(Runnable task) {
            loop.execute(task);
        }

        @Override
        public boolean inLoop() {
            return loop.inLoop();
        }

        @Override
        public Guard after(Duration delay, Runnable task) {
            return loop.after(delay, task);
        }

        @Override
        public long nanoTime() {
            return loop.nanoTime();
        }

        @Override
        public Executor blocking() {
            return loop.blocking();
        }
    }
}
