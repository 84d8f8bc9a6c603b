package dev.jackfield.connector.tls.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.internal.engine.Handshake;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** TLS as one profile says. <i>Thread-safe.</i> */
public final class ProfileLayer implements Layer {
    private final TlsProfile profile;
    private final Contexts contexts;

    /**
     * Nothing is read before the first handshake.
     *
     * @throws IllegalArgumentException if no handshake could ever succeed
     */
    public ProfileLayer(TlsProfile profile) {
        Usable.check(profile);
        this.profile = profile;
        this.contexts = new Contexts(profile);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        if (attempt.cancelled()) {
            below.close();
            return new CompletableFuture<>();
        }
        List<String> speaks = attempt.protocols();
        Affinity affinity = profile.resumption() ? attempt.affinity() : Affinity.none();
        Handshake handshake =
                Handshake.begin(below, () -> contexts.engine(target, speaks, affinity), profile.handshake());
        attempt.whenCancelled(handshake::cancel);
        return handshake.stage();
    }

    @Override
    public boolean encrypts() {
        return true;
    }

    TlsProfile profile() {
        return profile;
    }
}
