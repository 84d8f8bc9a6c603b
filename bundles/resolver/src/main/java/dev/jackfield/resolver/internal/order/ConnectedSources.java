package dev.jackfield.resolver.internal.order;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.internal.cache.TtlCache;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Asks the kernel by connecting a UDP socket, which sends nothing (RFC 6724 section 6), and remembers what it said for a
 * few seconds. <i>Thread-safe</i>, and does not block.
 */
public final class ConnectedSources implements Sources {
    /** Longer, and a change of networks would be noticed too late. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    static final int MOST = 1000;

    /** Discard: any will do, but some systems do not connect to port 0. */
    private static final int PORT = 9;

    private final TtlCache<IpAddress, Optional<Source>> known;

    public ConnectedSources(LongSupplier clock) {
        this.known = new TtlCache<>(MOST, clock);
    }

    @Override
    public Optional<Source> of(IpAddress destination) {
        Optional<Source> source = known.get(destination);
        if (source == null) {
            source = ask(destination);
            known.put(destination, source, REMEMBERED);
        }
        return source;
    }

    private static Optional<Source> ask(IpAddress destination) {
        StandardProtocolFamily family = (StandardProtocolFamily) destination.family();
        try (DatagramChannel channel = DatagramChannel.open(family)) {
            channel.connect(new InetSocketAddress(destination.toInetAddress(), PORT));
            InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
            return Optional.of(new Source(IpAddress.of(local.getAddress())));
        } catch (IOException | UnsupportedOperationException | UnresolvedAddressException unreachable) {
            return Optional.empty();
        }
    }
}
