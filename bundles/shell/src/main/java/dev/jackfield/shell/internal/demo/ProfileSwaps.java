package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.loop.Guard;
import java.util.List;

/** Puts one TLS profile in the place of another, as when a certificate is rotated. */
final class ProfileSwaps implements Swaps {
    private static final String PROFILE = "demo";

    /** How a client names the profile. */
    static final Link LINK = Link.of("tls", PROFILE);

    private static final List<String> SOCKETS = List.of("odd profile", "even profile");

    private final Tls tls;
    private final TlsProfile profile;
    private Guard plug;
    private int swaps;

    /** The first profile is plugged in at once: without one nothing goes by TLS. */
    ProfileSwaps(Tls tls, Trust trust) {
        this.tls = tls;
        this.profile = TlsProfile.high().withTrust(trust);
        this.plug = tls.plug(PROFILE, 0, profile);
    }

    @Override
    public String what() {
        return "TLS profile";
    }

    @Override
    public void swap() {
        Guard before = plug;
        plug = tls.plug(PROFILE, ++swaps, profile);
        before.close();
    }

    @Override
    public List<String> sockets() {
        return SOCKETS;
    }

    @Override
    public int inUse() {
        return swaps % 2;
    }

    @Override
    public void close() {
        plug.close();
    }
}
