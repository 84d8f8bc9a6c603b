package dev.jackfield.resolver.internal.files;

import java.nio.file.Path;

/** Hosts files that are no files, for the tests of other packages. */
public final class HostsText {
    private HostsText() {}

    public static Hosts hosts(String text) {
        return Hosts.parse(Path.of("/the/hosts"), text);
    }
}
