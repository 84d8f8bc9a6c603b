package dev.jackfield.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Guard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small handshake with one thing wrong: says "open" and a target, and expects "OK". */
final class PasswordLayer implements Layer {
    static final byte[] ANSWER = "OK".getBytes(US_ASCII);

    private final LayerFlaw flaw;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final String password;
    private HostPort asked;

    PasswordLayer(LayerFlaw flaw) {
        this(flaw, "");
    }

    private PasswordLayer(LayerFlaw flaw, String password) {
        this.flaw = flaw;
        this.password = password;
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        asked = target;
        if (flaw == LayerFlaw.LOOKS_UP_ASIDE) {
            attempt.loop().blocking().execute(() -> address(target.host()));
        }
        if (flaw == LayerFlaw.COMPLETES_AT_ONCE) {
            return CompletableFuture.completedFuture(below);
        }
        if (flaw == LayerFlaw.THROWS_AT_ODD_TARGETS && target.port() == 0) {
            throw new IllegalArgumentException("No port");
        }
        return new PasswordHandshake(flaw, below, attempt, password, () -> question(target)).begin();
    }

    private String question(HostPort target) {
        HostPort named = switch (flaw) {
            case MIXES_TARGETS_UP -> asked;
            case ALWAYS_ASKS_FOR_THE_SAME -> HostPort.of("fixed.example", target.port());
            default -> target;
        };
        return "open " + (flaw == LayerFlaw.LOOKS_UP ? address(named.host()) : named.host()) + "\n";
    }

    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            return host;
        }
    }

    @Override
    public Layer configured(Link link) {
        boolean something = link.credentials().present() || !link.option().isEmpty();
        return switch (flaw) {
            case CONFIGURES_NULL -> null;
            case REFUSES_ODDLY -> throw new IllegalStateException();
            case OVERLOOKS_BRACKETS -> this;
            case SHOWS_PASSWORDS -> {
                throw new IllegalArgumentException(
                        "No use for " + link.credentials().password());
            }
            case SHOWS_PASSWORDS_WHEN_IT_FAILS ->
                new PasswordLayer(flaw, link.credentials().password());
            default -> {
                if (something) {
                    throw new IllegalArgumentException("No use for " + link);
                }
                yield this;
            }
        };
    }

    @Override
    public boolean encrypts() {
        return flaw == LayerFlaw.CLAIMS_TO_ENCRYPT;
    }

    @Override
    public Guard watch(Runnable changed) {
        if (flaw == LayerFlaw.TELLS_WATCHERS_OF_NOTHING) {
            changed.run();
        }
        if (flaw != LayerFlaw.FORGETS_WATCHERS) {
            watchers.add(changed);
        }
        return () -> {
            if (flaw != LayerFlaw.KEEPS_WATCHERS) {
                watchers.remove(changed);
            }
        };
    }

    /** Something has changed. */
    void change() {
        watchers.forEach(Runnable::run);
    }

    /** The other end of it. */
    static CompletionStage<Wire> farEnd(Wire far) {
        return line(far)
                .thenCompose(question -> Wires.write(far, ByteBuffer.wrap(ANSWER)))
                .thenApply(written -> far);
    }

    private static CompletionStage<Void> line(Wire far) {
        return Wires.readFully(far, ByteBuffer.allocate(1))
                .thenCompose(octet -> octet.get(0) == '\n' ? CompletableFuture.completedFuture(null) : line(far));
    }
}
