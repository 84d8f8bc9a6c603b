package dev.jackfield.http.internal.forward;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.internal.message.RequestForm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;

/**
 * What is plugged in as {@code forward}: no handshake at all, but a mark on the wire, by which the client knows that a
 * proxy is at its end. Credentials are for Basic authentication (RFC 7617).
 */
@Component(service = Layer.class)
@JackfieldName("forward")
public final class ForwardService implements Layer {
    private final RequestForm form;

    /** Without credentials. */
    public ForwardService() {
        this(RequestForm.ABSOLUTE);
    }

    private ForwardService(RequestForm form) {
        this.form = form;
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
                done.complete(new ForwardWire(below, form));
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
        return link.credentials().present()
                ? new ForwardService(RequestForm.absolute(basic(link.credentials())))
                : this;
    }

    private static String basic(Credentials credentials) {
        if (credentials.user().indexOf(':') >= 0) {
            throw new IllegalArgumentException("Expected a user without a colon (RFC 7617 section 2), got one with it");
        }
        byte[] octets = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(octets);
    }
}
