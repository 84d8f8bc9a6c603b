package dev.jackfield.http.internal.message;

import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Timeouts;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a request wants to be treated. What it leaves open, the options of the client say.
 *
 * @param timeouts what it makes of the client's limits
 * @param redirects which are followed
 * @param cookies where they are kept
 * @param interim who hears of interim responses
 * @param maxResponse limit on a body
 * @param decoding whether content codings are undone
 * @param keeping what it wants of a connection
 * @param retry whether it may be sent a second time; if it does not say, its method does
 */
public record Manner(
        UnaryOperator<Timeouts> timeouts,
        Optional<Redirects> redirects,
        Optional<CookieJar> cookies,
        Optional<Consumer<? super ResponseHead>> interim,
        OptionalLong maxResponse,
        boolean decoding,
        Keeping keeping,
        Optional<Boolean> retry) {
    /** Whatever the client usually does. */
    static final Manner USUAL = new Manner(
            UnaryOperator.identity(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            false,
            new Keeping(true, false, Affinity.NONE),
            Optional.empty());

    /**
     * What a request wants of a connection.
     *
     * @param persistent whether it may be a kept one, and be kept afterwards
     * @param announced whether that is said as HTTP/1.0 does
     * @param affinity with whom it may be shared
     */
    public record Keeping(boolean persistent, boolean announced, Affinity affinity) {}

    /** With whom a connection may be shared: with those that bring the same. */
    public record Affinity(String session, Optional<Function<? super NetworkChannel, Duration>> preparation) {
        /** With all others that want nothing in particular. */
        public static final Affinity NONE = new Affinity("", Optional.empty());

        /** The same, as connectors understand it: what they remember is shared by whom the connection may be shared by. */
        public dev.jackfield.connector.Affinity within(Object client) {
            dev.jackfield.connector.Affinity shared =
                    dev.jackfield.connector.Affinity.none().withVery(client).with(session);
            return preparation.map(shared::withVery).orElse(shared);
        }

        /** The same session, and the very same object, whatever it takes for equal. */
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Affinity with
                            && session.equals(with.session)
                            && preparation.orElse(null) == with.preparation.orElse(null);
        }

        @Override
        public int hashCode() {
            return session.hashCode() * 31 + System.identityHashCode(preparation.orElse(null));
        }
    }

    Manner limited(UnaryOperator<Timeouts> more) {
        return new Manner(
                usual -> more.apply(timeouts.apply(usual)),
                redirects,
                cookies,
                interim,
                maxResponse,
                decoding,
                keeping,
                retry);
    }

    Manner redirected(Redirects rules) {
        return new Manner(timeouts, Optional.of(rules), cookies, interim, maxResponse, decoding, keeping, retry);
    }

    Manner with(CookieJar jar) {
        return new Manner(timeouts, redirects, Optional.of(jar), interim, maxResponse, decoding, keeping, retry);
    }

    Manner telling(Consumer<? super ResponseHead> listener) {
        return new Manner(timeouts, redirects, cookies, Optional.of(listener), maxResponse, decoding, keeping, retry);
    }

    Manner atMost(long octets) {
        return new Manner(timeouts, redirects, cookies, interim, OptionalLong.of(octets), decoding, keeping, retry);
    }

    Manner decoding(boolean wanted) {
        return new Manner(timeouts, redirects, cookies, interim, maxResponse, wanted, keeping, retry);
    }

    Manner keeping(Keeping wanted) {
        return new Manner(timeouts, redirects, cookies, interim, maxResponse, decoding, wanted, retry);
    }

    Manner retrying(boolean wanted) {
        return new Manner(timeouts, redirects, cookies, interim, maxResponse, decoding, keeping, Optional.of(wanted));
    }
}
