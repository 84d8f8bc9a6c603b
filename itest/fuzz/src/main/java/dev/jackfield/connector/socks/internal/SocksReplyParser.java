package dev.jackfield.connector.socks.internal;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.itest.fuzz.Parser;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A handshake with a proxy of which nobody knows what it says. The first octet chooses the version, the others are what
 * the proxy and then the target say.
 */
public final class SocksReplyParser implements Parser {
    private static final HostPort ORIGIN = HostPort.of("192.0.2.1", 443);
    private static final Credentials CREDENTIALS = new Credentials("user", "secret");

    /** Greeting, user and password, request. */
    private static final int MOST_EXCHANGES = 3;

    private static final int MOST_HEARD = 2 + 2 + Exchange.MOST;

    /** How it ended, and how many octets had been heard by then. */
    private record Outcome(int heard, String how) {}

    @Override
    public void feed(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Outcome whole = outcome(input, Integer.MAX_VALUE);
        holds(whole.heard <= MOST_HEARD, () -> "Heard " + whole.heard + " octets");
        same(outcome(input, 1), whole, () -> "In single octets");
        same(outcome(input, 3), whole, () -> "In pieces of three");
        if (!whole.how.isEmpty()) {
            readable(whole.how);
            holds(!whole.how.contains("secret"), () -> "A password in " + whole.how);
        }
    }

    private static Outcome outcome(byte[] input, int piece) {
        ByteBuffer said = ByteBuffer.wrap(input, 1, input.length - 1);
        try {
            Optional<Exchange> exchange = Optional.of(first(input[0]));
            for (int count = 0; exchange.isPresent(); count++) {
                holds(count < MOST_EXCHANGES, () -> "More than " + MOST_EXCHANGES + " exchanges");
                hear(exchange.get(), said, piece);
                exchange = exchange.get().next();
            }
            return new Outcome(said.position() - 1, "");
        } catch (SocksFailure e) {
            return new Outcome(said.position() - 1, e.getMessage());
        }
    }

    private static Exchange first(byte kind) throws SocksFailure {
        Destination destination = Destination.of(ORIGIN);
        return switch (kind) {
            case '4' -> Request4.of(destination, UserId.NOBODY);
            case 'a' -> Request4.withNames(Destination.of(HostPort.of("origin.test", 443)), UserId.of("user"));
            case '5' -> new Greeting(destination, Credentials.NONE);
            default -> new Greeting(destination, CREDENTIALS);
        };
    }

    /** As from a wire that never gives more than it is asked for. */
    private static void hear(Exchange exchange, ByteBuffer said, int piece) throws SocksFailure {
        while (exchange.missing() > 0) {
            holds(exchange.missing() <= Exchange.MOST, () -> "Expects " + exchange.missing() + " octets");
            int most = Math.min(Math.min(exchange.missing(), piece), said.remaining());
            if (most == 0) {
                throw exchange.ended();
            }
            ByteBuffer octets = said.slice(said.position(), most);
            try {
                exchange.hear(octets);
            } finally {
                said.position(said.position() + octets.position());
            }
            holds(!octets.hasRemaining(), () -> "Asked for more than it takes");
        }
    }
}
