package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.internal.WireLine;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** A connector to peers in memory, with one thing wrong. The socket that it shows to {@code prepare} is for show only. */
final class MemoryConnector implements Connector {
    static final HostPort TALKATIVE = HostPort.of("talkative.invalid", 1);
    static final HostPort SILENT = HostPort.of("silent.invalid", 1);
    static final HostPort TWOFOLD = HostPort.of("twofold.invalid", 1);
    static final HostPort REFUSING = HostPort.of("refusing.invalid", 1);

    private final BlockingQueue<Wire> accepted = new LinkedBlockingQueue<>();
    private final ConnectorFlaw flaw;
    private Wire last;

    MemoryConnector(ConnectorFlaw flaw) {
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
        connecting.start();
        return connecting.stage;
    }

    @Override
    public Connector configured(Link link) throws UnpluggedException {
        return switch (flaw) {
            case CONFIGURES_NULL -> null;
            case OVERLOOKS_BRACKETS -> this;
            case SHOWS_PASSWORDS -> {
                throw new IllegalArgumentException(
                        "No use for " + link.credentials().password());
            }
            default -> Connector.super.configured(link);
        };
    }

    private final class Connecting {
        final CompletableFuture<Wire> stage =
                flaw == ConnectorFlaw.COMPLETES_TWICE ? new Doubled() : new CompletableFuture<>();
        private final HostPort target;
        private final Attempt attempt;
        private SocketChannel socket;
        private Wire wire;
        private Guard limit = () -> {};
        private boolean over;
        private int more;

        Connecting(HostPort target, Attempt attempt) {
            this.target = target;
            this.attempt = attempt;
            this.more = target.equals(TWOFOLD) && flaw != ConnectorFlaw.GIVES_UP_AFTER_THE_FIRST ? 1 : 0;
        }

        void start() {
            if (flaw != ConnectorFlaw.IGNORES_CANCEL) {
                attempt.whenCancelled(this::cancel);
            }
            if (flaw == ConnectorFlaw.SLEEPS) {
                LockSupport.parkNanos(1);
            }
            if (flaw == ConnectorFlaw.BLOCKS_IN_THE_SYSTEM) {
                Blocking.readInVain();
            }
            if (!over) {
                tryOne();
            }
        }

        private void tryOne() {
            Duration time = Duration.ZERO;
            try {
                socket = SocketChannel.open();
                socket.configureBlocking(flaw == ConnectorFlaw.SHOWS_BLOCKING_SOCKETS);
                time = shows() ? attempt.prepare(shown()) : time;
                time = flaw == ConnectorFlaw.HAS_A_LIMIT_OF_ITS_OWN ? Duration.ofMillis(800) : time;
            } catch (IOException e) {
                if (flaw != ConnectorFlaw.IGNORES_FAILED_PREPARATION) {
                    end(() -> notThisOne(e.getMessage()));
                    return;
                }
            }
            if (over && flaw != ConnectorFlaw.FORGETS_CANCEL_WHILE_PREPARING) {
                close(socket);
            } else if (target.equals(REFUSING)) {
                end(() -> notThisOne("refused"));
            } else if (target.equals(TALKATIVE) || target.equals(TWOFOLD)) {
                end(this::succeed);
            } else if (flaw == ConnectorFlaw.THROWS_AT_ODD_TARGETS && !target.equals(SILENT)) {
                throw new IllegalArgumentException("No such target");
            } else if (flaw == ConnectorFlaw.BLOCKS) {
                stage.completeExceptionally(new IOException("as good as having waited for ever"));
            } else if (!time.isZero() && flaw != ConnectorFlaw.IGNORES_LIMIT) {
                limit = attempt.loop()
                        .after(flaw == ConnectorFlaw.GIVES_UP_EARLY ? time.dividedBy(100) : time, () -> fail("time"));
            }
        }

        private boolean shows() {
            boolean another = target.equals(TWOFOLD) && more == 0;
            return flaw != ConnectorFlaw.SHOWS_NO_SOCKET
                    && !(flaw == ConnectorFlaw.SHOWS_THE_FIRST_SOCKET_ONLY && another);
        }

        private SocketChannel shown() throws IOException {
            SocketChannel real = socket;
            if (flaw == ConnectorFlaw.SHOWS_ANOTHER_SOCKET) {
                socket = SocketChannel.open();
            }
            return real;
        }

        private void end(Runnable how) {
            if (flaw == ConnectorFlaw.COMPLETES_AT_ONCE) {
                how.run();
            } else if (flaw == ConnectorFlaw.COMPLETES_OFF_LOOP) {
                attempt.loop().blocking().execute(how);
            } else {
                attempt.loop().execute(how);
            }
        }

        private void succeed() {
            if (over && flaw != ConnectorFlaw.FORGETS_CANCEL_WHILE_PREPARING) {
                return;
            }
            if (flaw == ConnectorFlaw.SLEEPS_LATER) {
                LockSupport.parkNanos(1);
            }
            if (flaw == ConnectorFlaw.ALWAYS_THE_SAME_WIRE && last != null) {
                wire = last;
            } else {
                boolean other = flaw == ConnectorFlaw.HANDS_OUT_WIRES_OF_OTHER_LOOPS;
                PipeWire.Pair pair = PipeWire.pair(other ? new ManualLoop() : attempt.loop());
                accepted.add(pair.far());
                wire = last = new Closing(pair.near(), socket);
            }
            if (flaw != ConnectorFlaw.DOES_NOT_OFFER && !attempt.accepts(wire)) {
                if (flaw != ConnectorFlaw.KEEPS_REFUSED_WIRES) {
                    wire.close();
                }
                notThisOne("not accepted");
            } else if (over && !forgetful()) {
                wire.close();
            } else {
                over = true;
                if (flaw == ConnectorFlaw.LEAVES_A_TIMER) {
                    attempt.loop().after(Duration.ofHours(1), () -> {});
                }
                stage.complete(wire);
                holdUp(ConnectorFlaw.SLEEPS_AFTERWARDS, ConnectorFlaw.BLOCKS_AFTERWARDS);
            }
        }

        private boolean forgetful() {
            return flaw == ConnectorFlaw.FORGETS_CANCEL_WHILE_OFFERING
                    || flaw == ConnectorFlaw.FORGETS_CANCEL_WHILE_PREPARING;
        }

        private void notThisOne(String why) {
            if (more > 0 && !over) {
                more--;
                close(socket);
                tryOne();
            } else {
                fail(why);
            }
        }

        private void fail(String why) {
            if (over) {
                return;
            }
            over = true;
            limit.close();
            if (flaw != ConnectorFlaw.LEAVES_OPEN_WHEN_REFUSED) {
                close(socket);
            }
            holdUp(ConnectorFlaw.SLEEPS_ON_FAILURE, ConnectorFlaw.BLOCKS_ON_FAILURE);
            stage.completeExceptionally(failure(why));
        }

        private void holdUp(ConnectorFlaw sleeps, ConnectorFlaw blocks) {
            if (flaw == sleeps) {
                LockSupport.parkNanos(1);
            }
            if (flaw == blocks) {
                Blocking.readInVain();
            }
        }

        private Exception failure(String why) {
            return flaw == ConnectorFlaw.FAILS_WITH_ODDITIES
                    ? new IllegalStateException(why)
                    : new ConnectFailure(target, List.of(), why, null);
        }

        private void cancel() {
            if (flaw == ConnectorFlaw.CLOSES_ON_LATE_CANCEL && wire != null) {
                wire.close();
            }
            if (!over) {
                holdUp(ConnectorFlaw.SLEEPS_ON_CANCEL, ConnectorFlaw.BLOCKS_ON_CANCEL);
                over = true;
                limit.close();
                close(socket);
            }
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
    private record Closing(Wire below, SocketChannel socket) implements ForwardingWire {
        @Override
        public void close() {
            below.close();
            MemoryConnector.close(socket);
        }

        @Override
        public <T> Optional<T> beneath(Class<T> type) {
            return type.isInstance(socket) ? Optional.of(type.cast(socket)) : below.beneath(type);
        }
    }
}
