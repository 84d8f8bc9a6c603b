package dev.jackfield.resolver.internal.search;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The JVM's resolver, or what stands in for it in a test. Blocks. */
@FunctionalInterface
public interface Jvm {
    InetAddress[] all(String name) throws UnknownHostException;
}
