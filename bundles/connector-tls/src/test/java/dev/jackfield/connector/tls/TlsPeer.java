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
        return over(wire, engine -> {});
    }

    /** With an engine that is prepared first. */
    public static CompletionStage<Wire> over(Wire wire, Consumer<SSLEngine> prepare) {
        return Handshake.begin(wire, () -> engine(prepare), Duration.ofHours(1)).stage();
    }

    public static SSLEngine engine(Consumer<SSLEngine> prepare) {
        SSLEngine engine = CONTEXT.createSSLEngine();
        engine.setUseClientMode(false);
        prepare.accept(engine);
        return engine;
    }
}
