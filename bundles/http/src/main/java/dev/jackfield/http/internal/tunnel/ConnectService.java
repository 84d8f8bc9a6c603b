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
 * What is plugged in as {@code connect}. A password is sent as it is, by Basic, until a proxy asks for Digest. {@link
 * ConnectDigestService} never does.
 */
@Component(service = Layer.class)
@JackfieldName("connect")
public final class ConnectService implements Layer {
    private final ConnectLayer layer = ConnectLayer.of("connect", true);

    /** For Declarative Services and {@link java.util.ServiceLoader}. */
    public ConnectService() {}

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return layer.over(below, target, attempt);
    }

    @Override
    public Layer configured(Link link) {
        return layer.configured(link);
    }
}
