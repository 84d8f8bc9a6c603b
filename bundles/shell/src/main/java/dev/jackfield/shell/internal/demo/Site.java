package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.tls.Trust;
import dev.jackfield.loop.ChannelLoop;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** All that the demo talks to: an origin for http, one for https, a proxy, and the roll they are entered in. */
final class Site implements AutoCloseable {
    private final Roll roll = new Roll();
    private final OriginServer plain;
    private final SecureOrigin secure;
    private final SocksRelay socks;
    private final Trust trust;

    private Site(ChannelLoop loop, Papers papers) throws IOException {
        this.trust = new Trust.Authorities(List.of(papers.authority()));
        this.plain = OriginServer.open(loop, roll::enter);
        this.secure = new SecureOrigin(papers, roll::enter);
        this.socks = new SocksRelay();
    }

    static Site open(ChannelLoop loop) throws IOException {
        try {
            return new Site(loop, Papers.issue());
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot make a certificate: " + e.getMessage(), e);
        }
    }

    Roll roll() {
        return roll;
    }

    /** By name, so that resolvers have something to do. */
    String plain() {
        return "http://localhost:" + plain.port() + "/";
    }

    String secure() {
        return secure.url();
    }

    String socks() {
        return socks.address();
    }

    /** Whom to trust for {@link #secure()}. */
    Trust trust() {
        return trust;
    }

    @Override
    public void close() {
        socks.close();
        secure.close();
        plain.close();
    }
}
