package dev.jackfield.connector.socks.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.socks.Socks4a;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;

/**
 * What is plugged in as {@code socks4a}. No public type, so that who compiles against those needs no annotations of OSGi.
 */
@Component(service = Layer.class)
@JackfieldName("socks4a")
public final class Socks4aService implements Layer {
    private final Socks4a anonymous = Socks4a.anonymous();

    /** For Declarative Services and for {@link java.util.ServiceLoader}. */
    public Socks4aService() {}

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return anonymous.over(below, target, attempt);
    }

    @Override
    public Layer configured(Link link) {
        return anonymous.configured(link);
    }
}
