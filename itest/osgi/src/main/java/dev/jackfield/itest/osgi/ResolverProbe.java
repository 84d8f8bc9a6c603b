package dev.jackfield.itest.osgi;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.net.UnknownHostException;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers a lambda that knows one name, as 127.0.0.1, by ranking; what it gives back takes it out again. */
@Component(service = BiFunction.class)
@Probe("resolver")
public final class ResolverProbe implements BiFunction<String, Integer, AutoCloseable> {
    private final BundleContext context;

    /** In the name of this bundle. */
    @Activate
    public ResolverProbe(BundleContext context) {
        this.context = context;
    }

    @Override
    public AutoCloseable apply(String name, Integer ranking) {
        Resolver lambda = query -> {
            CompletableFuture<List<Target>> stage = new CompletableFuture<>();
            query.loop().execute(() -> {
                if (query.target().host().equals(name)) {
                    stage.complete(List.of(
                            new Target(IpAddress.of("127.0.0.1"), query.target().port())));
                } else {
                    stage.completeExceptionally(new UnknownHostException("the lambda knows " + name + " alone"));
                }
            });
            return stage;
        };
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.ranking", ranking);
        ServiceRegistration<Resolver> registration = context.registerService(Resolver.class, lambda, properties);
        return registration::unregister;
    }
}
