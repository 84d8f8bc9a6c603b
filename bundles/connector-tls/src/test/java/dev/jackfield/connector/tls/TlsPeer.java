package dev.jackfield.connector.tls;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.internal.engine.Handshake;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The other end: a TLS server over any wire. */
public final class TlsPeer {
    private static final SSLContext CONTEXT = TestKeys.server("");

    private TlsPeer() {}

    public static CompletionStage<Wire> over(Wire wire) {
        return with(wire, engine(engine -> {}));
    }

    public static CompletionStage<Wire> with(Wire wire, SSLEngine engine) {
        return Handshake.begin(wire, () -> engine, Duration.ofHours(1)).stage();
    }

    /** Prepared for a handshake. */
    public static SSLEngine engine(Consumer<SSLEngine> prepare) {
        return engine(CONTEXT, prepare);
    }

    /** Prepared for a handshake, of another context. */
    public static SSLEngine engine(SSLContext context, Consumer<SSLEngine> prepare) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        prepare.accept(engine);
        return engine;
    }
}
