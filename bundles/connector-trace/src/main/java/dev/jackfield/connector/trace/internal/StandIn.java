package dev.jackfield.connector.trace.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.connector.trace.TracingConnector;
import dev.jackfield.resolver.Resolver;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * In OSGi only: waits behind the plain connector, and takes its place, traced, when that one's bundle is stopped. The demo
 * swaps the two. Its plain connector is its own, with the options of the system properties.
 */
@Component(service = Connector.class, property = "service.ranking:Integer=-1")
@JackfieldName("plain")
public final class StandIn implements Connector {
    private final Connector traced;

    /** With the resolver of the service registry. */
    @Activate
    public StandIn(@Reference Resolver resolver) {
        traced = TracingConnector.over(PlainConnector.over(resolver, PlainOptions.ofSystemProperties()));
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return traced.connect(target, attempt);
    }
}
