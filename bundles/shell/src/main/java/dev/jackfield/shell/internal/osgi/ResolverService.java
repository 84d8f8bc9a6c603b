package dev.jackfield.shell.internal.osgi;

import dev.jackfield.resolver.Resolver;
import dev.jackfield.shell.internal.demo.Notebook;
import dev.jackfield.shell.internal.demo.Swaps;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** In OSGi: a resolver of higher ranking comes and goes, as a service; connectors follow. */
final class ResolverService implements Swaps {
    private static final int RANKING = 1000;

    private final BundleContext context;
    private ServiceRegistration<Resolver> notebook;

    ResolverService(BundleContext context) {
        this.context = context;
    }

    @Override
    public String what() {
        return "resolver";
    }

    @Override
    public void swap() {
        if (notebook == null) {
            notebook = context.registerService(
                    Resolver.class, new Notebook(), new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING)));
        } else {
            close();
        }
    }

    @Override
    public List<String> sockets() {
        return Notebook.SOCKETS;
    }

    @Override
    public int inUse() {
        return notebook == null ? 0 : 1;
    }

    @Override
    public void close() {
        if (notebook != null) {
            notebook.unregister();
            notebook = null;
        }
    }
}
