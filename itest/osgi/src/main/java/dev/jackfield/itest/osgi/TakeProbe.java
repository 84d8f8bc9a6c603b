package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Takes the client in each way there is, and gives it back. It does not hold one by itself, so a bundle with nothing but this
 * probe in use has no client.
 */
@Component(service = Supplier.class)
@Probe("take")
public final class TakeProbe implements Supplier<String> {
    private final BundleContext context;

    /** Of this bundle. */
    @Activate
    public TakeProbe(BundleContext context) {
        this.context = context;
    }

    @Override
    public String get() {
        ServiceReference<HttpClient> reference = context.getServiceReference(HttpClient.class);
        HttpClient first = context.getService(reference);
        HttpClient second = context.getService(reference);
        HttpClient asPrototype = context.getServiceObjects(reference).getService();
        boolean same = first == second && first == asPrototype;
        context.getServiceObjects(reference).ungetService(asPrototype);
        context.ungetService(reference);
        String held = Outcome.of(null, failure(first));
        context.ungetService(reference);
        return "same=" + same + " held=" + held + " returned=" + Outcome.of(null, failure(first)) + " scope="
                + reference.getProperty("service.scope");
    }

    /** Of a request that goes nowhere: 595 by a client that tries, 599 by one that is closed. */
    private static Throwable failure(HttpClient client) {
        return client.get("http://127.0.0.1:1/")
                .handle((response, error) -> error)
                .join();
    }
}
