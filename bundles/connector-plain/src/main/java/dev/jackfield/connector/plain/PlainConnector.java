package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.internal.SerialConnect;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.Resolver;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Connects by TCP: resolves the name, then tries its addresses one after another.
 *
 * <p>Needs a {@link ChannelLoop}. TCP_NODELAY is on. What was tried in vain is told by the {@link
 * dev.jackfield.connector.ConnectFailure}.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class)
@JackfieldName("plain")
public final class PlainConnector implements Connector {
    /** Another one may take over at any time; a connect under way stays with the one it asked. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Resolver resolver;

    /**
     * With the first resolver that {@link ServiceLoader} finds.
     *
     * @throws NoSuchElementException if there is none
     */
    public PlainConnector() {
        this(ServiceLoader.load(Resolver.class)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Expected a provider of " + Resolver.class.getName()
                        + ", such as the bundle resolver, got none")));
    }

    /**
     * With a given resolver.
     *
     * @param resolver turns names into addresses
     */
    public PlainConnector(Resolver resolver) {
        this.resolver = Objects.requireNonNull(resolver, "resolver");
    }

    /**
     * For Declarative Services, which set the resolver.
     *
     * @param properties of the component
     */
    @Activate
    public PlainConnector(Map<String, Object> properties) {
        Objects.requireNonNull(properties, "properties");
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        if (!(attempt.loop() instanceof ChannelLoop loop)) {
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            attempt.loop()
                    .execute(() -> failed.completeExceptionally(new ConnectFailure(
                            target,
                            List.of(),
                            "expected a loop that watches channels, got "
                                    + attempt.loop().getClass().getName(),
                            null)));
            return failed;
        }
        return new SerialConnect(target, attempt, loop).start(resolver);
    }
}
