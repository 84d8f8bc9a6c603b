package dev.jackfield.http.internal.tunnel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;

/**
 * What is plugged in as {@code connect-digest}: as {@link ConnectService}, but the password itself never leaves. A proxy that
 * closes the connection with its challenge is answered from the second attempt on.
 */
@Component(service = Layer.class)
@JackfieldName("connect-digest")
public final class ConnectDigestService implements Layer {
    private final ConnectLayer layer = ConnectLayer.of("connect-digest", false);

    /** For Declarative Services and {@link java.util.ServiceLoader}. */
    public ConnectDigestService() {}

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return layer.over(below, target, attempt);
    }

    @Override
    public Layer configured(Link link) {
        return layer.configured(link);
    }
}
