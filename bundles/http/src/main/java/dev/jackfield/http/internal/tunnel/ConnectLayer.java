package dev.jackfield.http.internal.tunnel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.internal.auth.Authorizing;
import dev.jackfield.http.internal.auth.Cnonces;
import dev.jackfield.http.internal.auth.Sessions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Asks a proxy for a tunnel, as whoever its link says. <i>Thread-safe.</i>
 *
 * @param link which proxy, and whom to be there
 * @param basicAllowed whether the password may be sent as it is
 * @param sessions what proxies asked last
 * @param cnonces makes a new one each time
 */
record ConnectLayer(Link link, boolean basicAllowed, Sessions sessions, Supplier<String> cnonces) implements Layer {
    /** Anybody, at any proxy. */
    static ConnectLayer of(String name, boolean basicAllowed) {
        return new ConnectLayer(Link.of(name), basicAllowed, new Sessions(), Cnonces::next);
    }

    @Override
    public Layer configured(Link newLink) {
        if (!newLink.option().isEmpty()) {
            throw new IllegalArgumentException("Expected \"" + newLink.name()
                    + "\" with nothing but credentials and the address of a proxy in brackets, got " + newLink);
        }
        if (newLink.credentials().user().indexOf(':') >= 0) {
            throw new IllegalArgumentException("Expected a user without a colon (RFC 7617 section 2), got " + newLink);
        }
        return new ConnectLayer(newLink, basicAllowed, sessions, cnonces);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        String authority;
        try {
            authority = Authority.of(target);
        } catch (IllegalArgumentException e) {
            below.close();
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            attempt.loop().execute(() -> failed.completeExceptionally(new IOException(e.getMessage(), e)));
            return failed;
        }
        Authorizing authorizing = new Authorizing(link, basicAllowed, sessions, cnonces);
        return new Tunnelling(new Tunnel(authority, authorizing), below, attempt).start();
    }
}
