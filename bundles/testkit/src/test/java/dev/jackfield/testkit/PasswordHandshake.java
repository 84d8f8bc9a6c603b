package dev.jackfield.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** One run of {@link PasswordLayer}'s handshake. */
final class PasswordHandshake {
    private final LayerFlaw flaw;
    private final Wire below;
    private final Attempt attempt;
    private final String password;
    private final Supplier<String> question;
    private final CompletableFuture<Wire> done;
    private Guard timer = () -> {};
    private boolean written;

    PasswordHandshake(LayerFlaw flaw, Wire below, Attempt attempt, String password, Supplier<String> question) {
        this.flaw = flaw;
        this.below = below;
        this.attempt = attempt;
        this.password = password;
        this.question = question;
        this.done = flaw == LayerFlaw.COMPLETES_TWICE ? new Doubled() : new CompletableFuture<>();
    }

    CompletionStage<Wire> begin() {
        Loop loop = attempt.loop();
        timer = loop.after(Duration.ofSeconds(9), () -> done.completeExceptionally(new IOException("time")));
        attempt.whenCancelled(this::cancelled);
        if (flaw == LayerFlaw.FAILS_AT_ONCE) {
            talk();
        } else {
            loop.execute(this::talk);
        }
        return done;
    }

    private void cancelled() {
        boolean under = !done.isDone() && !(flaw == LayerFlaw.IGNORES_CANCEL_ONCE_IT_HAS_WRITTEN && written);
        if (flaw != LayerFlaw.IGNORES_CANCEL && (under || flaw == LayerFlaw.CLOSES_ON_LATE_CANCEL)) {
            below.close();
            holdUp(LayerFlaw.SLEEPS_ON_CANCEL, LayerFlaw.BLOCKS_ON_CANCEL);
            if (flaw == LayerFlaw.COMPLETES_THOUGH_CANCELLED && written) {
                attempt.loop().execute(() -> done.complete(below));
            } else {
                fail(new IOException("cancelled"));
            }
        }
    }

    private void talk() {
        if (done.isDone()) {
            return;
        }
        holdUp(LayerFlaw.SLEEPS, LayerFlaw.BLOCKS_IN_THE_SYSTEM);
        write().thenCompose(all -> {
                    written = true;
                    return answer();
                })
                .whenComplete((answer, error) -> {
                    if (flaw == LayerFlaw.COMPLETES_OFF_LOOP) {
                        attempt.loop().blocking().execute(() -> judge(answer, error));
                    } else {
                        judge(answer, error);
                    }
                });
    }

    private void holdUp(LayerFlaw sleeps, LayerFlaw blocks) {
        if (flaw == sleeps) {
            LockSupport.parkNanos(1);
        }
        if (flaw == blocks) {
            Blocking.readInVain();
        }
    }

    private CompletionStage<Void> write() {
        ByteBuffer all = ByteBuffer.wrap(question.get().getBytes(US_ASCII));
        if (flaw != LayerFlaw.EXPECTS_WHOLE_WRITES) {
            return Wires.write(below, all);
        }
        try {
            below.write(new ByteBuffer[] {all}, 0, 1);
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<ByteBuffer> answer() {
        int size = switch (flaw) {
            case TAKES_MORE_THAN_ITS_OWN -> 3;
            case BELIEVES_HALF_AN_ANSWER -> 1;
            default -> 2;
        };
        if (flaw != LayerFlaw.EXPECTS_WHOLE_ANSWERS) {
            return Wires.readFully(below, ByteBuffer.allocate(size));
        }
        CompletableFuture<ByteBuffer> once = new CompletableFuture<>();
        below.whenReadable(() -> {
            ByteBuffer buffer = ByteBuffer.allocate(size);
            try {
                if (below.read(buffer) < 0) {
                    throw new IOException("end");
                }
                once.complete(buffer.rewind());
            } catch (IOException e) {
                once.completeExceptionally(e);
            }
        });
        return once;
    }

    private void judge(ByteBuffer answer, Throwable error) {
        if (error != null) {
            fail(error);
            return;
        }
        int known = Math.min(answer.remaining(), PasswordLayer.ANSWER.length);
        boolean right = answer.duplicate().limit(known).equals(ByteBuffer.wrap(PasswordLayer.ANSWER, 0, known));
        if (right || flaw == LayerFlaw.BELIEVES_EVERYTHING) {
            succeed();
        } else if (flaw == LayerFlaw.FAILS_WITH_ODDITIES) {
            fail(new IllegalStateException("Wrong answer"));
        } else if (flaw != LayerFlaw.WAITS_FOR_SENSE) {
            fail(new IOException("Wrong answer" + password));
        }
    }

    private void succeed() {
        if (flaw != LayerFlaw.KEEPS_ITS_TIMER) {
            timer.close();
        }
        switch (flaw) {
            case PREPARES_AGAIN -> prepare();
            case OFFERS_AGAIN -> attempt.accepts(below);
            case LEAVES_A_READER -> below.whenReadable(() -> {});
            case LEAVES_A_WRITER -> below.whenWritable(() -> {});
            case CHANGES_ITS_MIND ->
                attempt.loop().after(Duration.ofMinutes(1), () -> done.obtrudeException(new IOException("later")));
            default -> {}
        }
        boolean wraps = flaw == LayerFlaw.TAKES_BREAKS_FOR_ENDS || flaw == LayerFlaw.LEAVES_THE_WIRE_BELOW_OPEN;
        done.complete(wraps ? new Opened(below, flaw) : below);
    }

    private void prepare() {
        try (SocketChannel socket = SocketChannel.open()) {
            attempt.prepare(socket);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void fail(Throwable error) {
        if (flaw != LayerFlaw.LEAVES_A_TIMER) {
            timer.close();
        }
        if (flaw != LayerFlaw.STAYS_OPEN_ON_FAILURE) {
            below.close();
        }
        holdUp(LayerFlaw.SLEEPS_ON_FAILURE, LayerFlaw.BLOCKS_ON_FAILURE);
        done.completeExceptionally(error);
        if (flaw == LayerFlaw.CHANGES_ITS_MIND) {
            attempt.loop().after(Duration.ofMinutes(1), () -> done.obtrudeValue(below));
        }
    }

    /** Tells everybody twice. */
    private static final class Doubled extends CompletableFuture<Wire> {
        @Override
        public CompletableFuture<Wire> whenComplete(BiConsumer<? super Wire, ? super Throwable> action) {
            super.whenComplete(action);
            return super.whenComplete(action);
        }
    }

    private record Opened(Wire below, LayerFlaw flaw) implements ForwardingWire {
        @Override
        public int read(ByteBuffer destination) throws IOException {
            try {
                return below.read(destination);
            } catch (IOException e) {
                if (flaw == LayerFlaw.TAKES_BREAKS_FOR_ENDS) {
                    return -1;
                }
                throw e;
            }
        }

        @Override
        public void close() {
            if (flaw != LayerFlaw.LEAVES_THE_WIRE_BELOW_OPEN) {
                below.close();
            }
        }
    }
}
