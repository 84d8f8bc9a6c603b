package dev.jackfield.itest.osgi;

import dev.jackfield.connector.tls.Tls;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells of changes of TLS profiles, until it is closed. */
@Component(service = Function.class)
@Probe("tls-watch")
public final class TlsWatchProbe implements Function<Runnable, AutoCloseable> {
    private final Tls tls;

    /** With the service that profiles are plugged into. */
    @Activate
    public TlsWatchProbe(@Reference Tls tls) {
        this.tls = tls;
    }

    @Override
    public AutoCloseable apply(Runnable changed) {
        return tls.watch(changed)::close;
    }
}
