package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;

/**
 * What is plugged in as {@code unix}: connects to the UNIX domain socket that a route names, {@code unix(/run/proxy.sock)},
 * as {@link PlainConnector} does, and to nothing else.
 */
@Component(service = Connector.class)
@JackfieldName("unix")
public final class UnixService implements Connector {
    private static final String EXPECTED = "Expected a path in brackets, as in unix(/run/proxy.sock), got ";

    /** Nobody is asked about a path. Whatever else there is to be asked about is not for this connector. */
    private final Connector plain = PlainConnector.over(
            query -> CompletableFuture.failedFuture(new IllegalArgumentException(EXPECTED + query.target())));

    /** For Declarative Services and for {@link java.util.ServiceLoader}. */
    public UnixService() {}

    @Override
    public Connector configured(Link link) throws UnpluggedException {
        if (link.address().flatMap(HostPort::unix).isEmpty()) {
            throw new IllegalArgumentException(EXPECTED + link);
        }
        return Connector.super.configured(link);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return plain.connect(target, attempt);
    }
}
