package dev.jackfield.itest.osgi;

import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Registers a resolver of high ranking that does not answer. As soon as it is asked it can be taken out, and then fails, if
 * it shall, what it was asked.
 */
@Component(service = Function.class)
@Probe("mute-resolver")
public final class MuteResolverProbe implements Function<Boolean, CompletableFuture<AutoCloseable>> {
    private final BundleContext context;

    /** In the name of this bundle. */
    @Activate
    public MuteResolverProbe(BundleContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<AutoCloseable> apply(Boolean fails) {
        CompletableFuture<List<Target>> answer = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        Resolver mute = query -> {
            asked.complete(null);
            return answer;
        };
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.ranking", 1000);
        ServiceRegistration<Resolver> registration = context.registerService(Resolver.class, mute, properties);
        return asked.thenApply(nothing -> () -> {
            registration.unregister();
            if (fails) {
                answer.completeExceptionally(new IllegalStateException("the resolver was stopped"));
            }
        });
    }
}
