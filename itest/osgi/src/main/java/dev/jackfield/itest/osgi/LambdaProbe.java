package dev.jackfield.itest.osgi;

import dev.jackfield.connector.Connector;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Registers a lambda as a connector, by name and ranking; what it gives back counts the lambda's connects and
 * takes it out again. The lambda leaves the connecting to the connector that was there before.
 */
@Component(service = BiFunction.class)
@Probe("lambda")
public final class LambdaProbe implements BiFunction<String, Integer, AutoCloseable> {
    private final BundleContext context;
    private final Connector plain;

    /** With the connector of the bundle, which stays this one when the lambda outranks it. */
    @Activate
    public LambdaProbe(BundleContext context, @Reference(target = "(jackfield.name=plain)") Connector plain) {
        this.context = context;
        this.plain = plain;
    }

    @Override
    public AutoCloseable apply(String name, Integer ranking) {
        AtomicLong connects = new AtomicLong();
        Connector lambda = (target, attempt) -> {
            connects.incrementAndGet();
            return plain.connect(target, attempt);
        };
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Connector.NAME, name);
        properties.put("service.ranking", ranking);
        return new Plugged(connects, context.registerService(Connector.class, lambda, properties));
    }

    private record Plugged(AtomicLong connects, ServiceRegistration<Connector> registration)
            implements LongSupplier, AutoCloseable {
        @Override
        public long getAsLong() {
            return connects.get();
        }

        @Override
        public void close() {
            registration.unregister();
        }
    }
}
