package dev.jackfield.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A small handshake with one thing wrong: says "open sesame" and expects "OK". */
final class PasswordLayer implements Layer {
    private static final byte[] PASSWORD = "open sesame\n".getBytes(US_ASCII);
    private static final byte[] ANSWER = "OK".getBytes(US_ASCII);

    enum Flaw {
        NONE,
        COMPLETES_AT_ONCE("completesOnTheLoopAndNotBeforeTheCallReturned"),
        EXPECTS_WHOLE_ANSWERS("worksWhateverTheSizeOfThePieces"),
        TAKES_MORE_THAN_ITS_OWN("worksWhateverTheSizeOfThePieces"),
        STAYS_OPEN_ON_FAILURE(
                "failsAndClosesWhenTheFarEndCloses",
                "failsAndClosesWhenTheConnectionBreaks",
                "failsAndClosesOnNonsense"),
        BELIEVES_EVERYTHING("failsAndClosesOnNonsense"),
        LEAVES_A_TIMER("failsAndClosesWhenTheFarEndCloses", "closesAtOnceWhenCancelledInTheMiddle"),
        IGNORES_CANCEL("closesAtOnceWhenCancelledInTheMiddle", "closesTheWireWhenCancelledBefore"),
        CLOSES_ON_LATE_CANCEL("cancellingAfterwardsDoesNothing"),
        LEAVES_THE_WIRE_BELOW_OPEN("closingTheWireClosesTheOneBelow"),
        TAKES_BREAKS_FOR_ENDS("aBrokenConnectionIsNoEndOfTheStream");

        final String[] caughtBy;

        Flaw(String... caughtBy) {
            this.caughtBy = caughtBy;
        }
    }

    private final Flaw flaw;

    PasswordLayer(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        CompletableFuture<Wire> done = new CompletableFuture<>();
        if (flaw == Flaw.COMPLETES_AT_ONCE) {
            done.complete(below);
            return done;
        }
        Guard timer = below.loop().after(Duration.ofSeconds(9), () -> done.completeExceptionally(new IOException()));
        done.whenComplete((wire, error) -> {
            if (flaw != Flaw.LEAVES_A_TIMER || error == null) {
                timer.close();
            }
            if (error != null && flaw != Flaw.STAYS_OPEN_ON_FAILURE) {
                below.close();
            }
        });
        attempt.whenCancelled(() -> {
            boolean open = !done.isDone() || flaw == Flaw.CLOSES_ON_LATE_CANCEL;
            if (open && flaw != Flaw.IGNORES_CANCEL) {
                below.close();
                done.completeExceptionally(new IOException("cancelled"));
            }
        });
        below.loop()
                .execute(() -> Wires.write(below, ByteBuffer.wrap(PASSWORD))
                        .thenCompose(written -> answer(below))
                        .whenComplete((answer, error) -> {
                            if (error != null) {
                                done.completeExceptionally(error);
                            } else if (flaw != Flaw.BELIEVES_EVERYTHING
                                    && !answer.duplicate().limit(2).equals(ByteBuffer.wrap(ANSWER))) {
                                done.completeExceptionally(new IOException("Wrong answer"));
                            } else {
                                done.complete(new Opened(below, flaw));
                            }
                        }));
        return done;
    }

    static CompletionStage<Wire> farEnd(Wire far) {
        return Wires.readFully(far, ByteBuffer.allocate(PASSWORD.length))
                .thenCompose(password -> Wires.write(far, ByteBuffer.wrap(ANSWER)))
                .thenApply(written -> far);
    }

    private CompletionStage<ByteBuffer> answer(Wire below) {
        int size = flaw == Flaw.TAKES_MORE_THAN_ITS_OWN ? 3 : ANSWER.length;
        if (flaw != Flaw.EXPECTS_WHOLE_ANSWERS) {
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

    private record Opened(Wire wire, Flaw flaw) implements ForwardingWire {
        @Override
        public int read(ByteBuffer destination) throws IOException {
            try {
                return wire.read(destination);
            } catch (IOException e) {
                if (flaw == Flaw.TAKES_BREAKS_FOR_ENDS) {
                    return -1;
                }
                throw e;
            }
        }

        @Override
        public void close() {
            if (flaw != Flaw.LEAVES_THE_WIRE_BELOW_OPEN) {
                wire.close();
            }
        }
    }
}
