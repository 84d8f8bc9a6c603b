package dev.jackfield.http.internal.forward;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.internal.auth.Cnonces;
import dev.jackfield.http.internal.auth.Login;
import dev.jackfield.http.internal.auth.Sessions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;

/**
 * What is plugged in as {@code forward}: no handshake at all, but a mark on the wire, by which the client knows that a
 * proxy is at its end. Credentials are sent by Basic (RFC 7617) until the proxy asks for Digest (RFC 7616).
 */
@Component(service = Layer.class)
@JackfieldName("forward")
public final class ForwardService implements Layer {
    private final Sessions sessions;
    private final Addressing addressing;

    /** Without credentials. */
    public ForwardService() {
        this(new Sessions(), Addressing.ANYBODY);
    }

    private ForwardService(Sessions sessions, Addressing addressing) {
        this.sessions = sessions;
        this.addressing = addressing;
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        CompletableFuture<Wire> done = new CompletableFuture<>();
        attempt.whenCancelled(() -> {
            if (!done.isDone()) {
                below.close();
            }
        });
        attempt.loop().execute(() -> {
            if (!attempt.cancelled()) {
                done.complete(new ForwardWire(below, addressing));
            }
        });
        return done;
    }

    @Override
    public Layer configured(Link link) {
        if (!link.option().isEmpty()) {
            throw new IllegalArgumentException("Expected " + link.name()
                    + " with the address of a proxy in brackets, as in forward(proxy.example:3128), got " + link);
        }
        if (!link.credentials().present()) {
            return this;
        }
        if (link.credentials().user().indexOf(':') >= 0) {
            throw new IllegalArgumentException("Expected a user without a colon (RFC 7617 section 2), got one with it");
        }
        return new ForwardService(sessions, Addressing.by(new Login(link, sessions, Cnonces::next)));
    }
}
