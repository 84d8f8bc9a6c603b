package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.internal.Connecting;
import dev.jackfield.resolver.Resolver;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Connects by TCP: resolves the name, then tries its addresses one after another until one answers.
 *
 * <p>Works on a {@link dev.jackfield.loop.ChannelLoop}; attempts on any other loop fail. The caller's time limit holds
 * for each address. Sockets have TCP_NODELAY set, because whoever writes here writes whole messages.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class)
@JackfieldName("plain")
public final class PlainConnector implements Connector {

    /** Dynamic, so that another resolver can be plugged in while connections are being made. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Resolver resolver;

    /**
     * With the first resolver that {@link ServiceLoader} finds.
     *
     * @throws IllegalStateException if there is none
     */
    public PlainConnector() {
        this(ServiceLoader.load(Resolver.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a provider of " + Resolver.class.getName() + " on the module or class path")));
    }

    private PlainConnector(Resolver resolver) {
        this.resolver = Objects.requireNonNull(resolver, "resolver");
    }

    /**
     * With a resolver of one's own.
     *
     * @param resolver where names become addresses
     * @return the connector
     */
    public static PlainConnector over(Resolver resolver) {
        return new PlainConnector(resolver);
    }

    /**
     * With the resolver of the service registry.
     *
     * @param properties of the component
     */
    @Activate
    public PlainConnector(Map<String, Object> properties) {
        Objects.requireNonNull(properties, "properties");
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        // Declarative Services take the resolver away before they take this connector away.
        Resolver current = resolver;
        Resolver names = current != null
                ? current
                : query -> {
                    throw new IllegalStateException("The resolver has just been stopped");
                };
        return new Connecting(names, target, attempt).start();
    }
}
