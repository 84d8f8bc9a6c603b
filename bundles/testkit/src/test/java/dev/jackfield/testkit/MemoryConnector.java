package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.internal.WireLine;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connector to peers in memory, with one thing wrong. The socket that it shows to {@code prepare} is for show only. */
final class MemoryConnector implements Connector {
    static final HostPort TALKATIVE = HostPort.of("talkative.invalid", 1);
    static final HostPort SILENT = HostPort.of("silent.invalid", 1);
    static final HostPort REFUSING = HostPort.of("refusing.invalid", 1);

    enum Flaw {
        NONE,
        COMPLETES_AT_ONCE("completesOnTheLoopAndNotBeforeTheCallReturned", "failsOnTheLoopAndNotBeforeTheCallReturned"),
        COMPLETES_OFF_LOOP(
                "completesOnTheLoopAndNotBeforeTheCallReturned", "failsOnTheLoopAndNotBeforeTheCallReturned"),
        LEAVES_OPEN_WHEN_REFUSED("leavesNothingOpenWhenRefused"),
        SHOWS_NO_SOCKET("showsEverySocketBeforeItIsConnected"),
        SHOWS_BLOCKING_SOCKETS("showsEverySocketBeforeItIsConnected"),
        IGNORES_LIMIT("keepsToTheTimeLimit"),
        GIVES_UP_EARLY("keepsToTheTimeLimit"),
        IGNORES_FAILED_PREPARATION("doesNotConnectASocketThatCannotBePrepared"),
        BLOCKS("doesNotBlockTheLoop"),
        DOES_NOT_OFFER("offersTheWireItHandsOut", "closesAWireThatIsRefused"),
        KEEPS_REFUSED_WIRES("closesAWireThatIsRefused"),
        IGNORES_CANCEL(
                "freesEverythingAtOnceWhenCancelledWhileConnecting",
                "freesEverythingAtOnceWhenCancelledInTheSameTurn",
                "opensNothingWhenCancelledBefore"),
        CLOSES_ON_LATE_CANCEL("cancellingAfterwardsDoesNothing"),
        ALWAYS_THE_SAME_WIRE("oneConnectorMakesManyWires");

        final String[] caughtBy;

        Flaw(String... caughtBy) {
            this.caughtBy = caughtBy;
        }
    }

    private final BlockingQueue<Wire> accepted = new LinkedBlockingQueue<>();
    private final Flaw flaw;
    private Wire last;

    MemoryConnector(Flaw flaw) {
        this.flaw = flaw;
    }

    Peer peer(HostPort address) {
        return new Peer() {
            @Override
            public HostPort address() {
                return address;
            }

            @Override
            public Line accept() throws IOException {
                try {
                    return new WireLine(accepted.poll(1, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        Connecting connecting = new Connecting(target, attempt);
        try {
            connecting.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return connecting.stage;
    }

    private final class Connecting {
        final CompletableFuture<Wire> stage = new CompletableFuture<>();
        private final HostPort target;
        private final Attempt attempt;
        private SocketChannel socket;
        private Wire wire;
        private Guard limit = () -> {};
        private boolean over;

        Connecting(HostPort target, Attempt attempt) {
            this.target = target;
            this.attempt = attempt;
        }

        void start() throws IOException {
            if (flaw != Flaw.IGNORES_CANCEL) {
                attempt.whenCancelled(this::cancel);
            }
            if (over) {
                return;
            }
            socket = SocketChannel.open();
            socket.configureBlocking(flaw == Flaw.SHOWS_BLOCKING_SOCKETS);
            Duration time = Duration.ZERO;
            try {
                time = flaw == Flaw.SHOWS_NO_SOCKET ? time : attempt.prepare(socket);
            } catch (IOException e) {
                if (flaw != Flaw.IGNORES_FAILED_PREPARATION) {
                    end(() -> fail(e.getMessage()));
                    return;
                }
            }
            if (target.equals(REFUSING)) {
                end(() -> fail("refused"));
            } else if (target.equals(TALKATIVE)) {
                end(this::succeed);
            } else if (flaw == Flaw.BLOCKS) {
                stage.completeExceptionally(new IOException("as good as having waited for ever"));
            } else if (!time.isZero() && flaw != Flaw.IGNORES_LIMIT) {
                limit = attempt.loop()
                        .after(flaw == Flaw.GIVES_UP_EARLY ? time.dividedBy(100) : time, () -> fail("time"));
            }
        }

        private void end(Runnable how) {
            if (flaw == Flaw.COMPLETES_AT_ONCE) {
                how.run();
            } else if (flaw == Flaw.COMPLETES_OFF_LOOP) {
                attempt.loop().blocking().execute(how);
            } else {
                attempt.loop().execute(how);
            }
        }

        private void succeed() {
            if (over) {
                return;
            }
            if (flaw == Flaw.ALWAYS_THE_SAME_WIRE && last != null) {
                wire = last;
            } else {
                PipeWire.Pair pair = PipeWire.pair(attempt.loop());
                accepted.add(pair.far());
                wire = last = new Closing(pair.near(), socket);
            }
            if (flaw != Flaw.DOES_NOT_OFFER && !attempt.accepts(wire)) {
                if (flaw != Flaw.KEEPS_REFUSED_WIRES) {
                    wire.close();
                }
                fail("not accepted");
                return;
            }
            over = true;
            stage.complete(wire);
        }

        private void fail(String why) {
            if (over) {
                return;
            }
            over = true;
            limit.close();
            if (flaw != Flaw.LEAVES_OPEN_WHEN_REFUSED) {
                close(socket);
            }
            stage.completeExceptionally(new ConnectFailure(target, List.of(), why, null));
        }

        private void cancel() {
            if (flaw == Flaw.CLOSES_ON_LATE_CANCEL && wire != null) {
                wire.close();
            }
            if (!over) {
                over = true;
                limit.close();
                close(socket);
            }
        }
    }

    private static void close(SocketChannel socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A wire whose socket goes with it. */
    private record Closing(Wire wire, SocketChannel socket) implements ForwardingWire {
        @Override
        public void close() {
            wire.close();
            MemoryConnector.close(socket);
        }
    }
}
