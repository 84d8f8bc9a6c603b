package dev.jackfield.testkit.internal.layer;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whether somebody has asked the JDK for the address of a name. The JDK remembers for a while that a name has none, and
 * then says so in other words than whoever it asked. The names are none that the operating system would ask others for:
 * one of their labels is too long.
 */
final class LookUps {
    private static final String LABEL = "x".repeat(64);
    private static int last;

    private LookUps() {}

    /** A name that nobody has asked for yet. */
    static synchronized String fresh() {
        return LABEL + Long.toHexString(System.nanoTime()) + last++ + ".invalid";
    }

    /** Whether it can be told in this JVM. */
    static boolean canBeTold() {
        String name = fresh();
        return !wasAskedFor(name) && wasAskedFor(name);
    }

    /** Whether somebody has asked for it; from then on, somebody has. */
    static boolean wasAskedFor(String name) {
        try {
            throw new AssertionError("There is no " + name + ", but it is " + InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            return name.equals(e.getMessage());
        }
    }
}
