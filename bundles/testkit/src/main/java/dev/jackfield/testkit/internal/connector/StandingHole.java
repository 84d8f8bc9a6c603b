package dev.jackfield.testkit.internal.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.testkit.BlackHole;
import dev.jackfield.testkit.Peer;
import java.io.IOException;

/**
 * A black hole that all tests of a JVM may share, for nothing comes out of it and nothing that goes in changes it. To dig one takes
 * a while.
 */
public final class StandingHole implements Peer {
    private static BlackHole dug;

    private final BlackHole hole;

    private StandingHole(BlackHole hole) {
        this.hole = hole;
    }

    /** The one that is there, or a new one. */
    public static synchronized StandingHole open() throws IOException {
        if (dug == null) {
            dug = BlackHole.open();
        }
        return new StandingHole(dug);
    }

    @Override
    public HostPort address() {
        return hole.address();
    }

    @Override
    public Line accept() throws IOException {
        return hole.accept();
    }

    /** It stays for others, until the JVM ends. */
    @Override
    public void close() {}
}
