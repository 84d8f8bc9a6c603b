package dev.jackfield.shell.internal.osgi;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.net.UnknownHostException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * All of a bundle that the demo makes, and takes away at its end: another plain connector, with the options of the system
 * properties, which asks whatever resolver is in use.
 */
public final class StandIn implements BundleActivator, Connector {
    private Connector plain;
    private BundleContext context;

    /** For the framework. */
    public StandIn() {}

    @Override
    public void start(BundleContext mine) {
        context = mine;
        plain = PlainConnector.over(this::resolve, PlainOptions.ofSystemProperties());
        mine.registerService(Connector.class, this, new Hashtable<>(Map.of(NAME, "plain")));
    }

    /** Nothing to do: the framework takes the service back. */
    @Override
    public void stop(BundleContext mine) {}

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return plain.connect(target, attempt);
    }

    private CompletionStage<List<Target>> resolve(Query query) {
        return resolve(context, query);
    }

    /** One that goes away just now has a successor, or there is none. */
    static CompletionStage<List<Target>> resolve(BundleContext context, Query query) {
        ServiceReference<Resolver> before = null;
        ServiceReference<Resolver> now = context.getServiceReference(Resolver.class);
        while (now != null && !now.equals(before)) {
            Resolver resolver = context.getService(now);
            if (resolver != null) {
                try {
                    return resolver.resolve(query);
                } finally {
                    context.ungetService(now);
                }
            }
            before = now;
            now = context.getServiceReference(Resolver.class);
        }
        CompletableFuture<List<Target>> failed = new CompletableFuture<>();
        query.loop()
                .execute(() -> failed.completeExceptionally(
                        new UnknownHostException("Expected a resolver for " + query.target() + ", got none")));
        return failed;
    }
}
