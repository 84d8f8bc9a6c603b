package dev.jackfield.connector.internal;

import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Plug;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What stands at a plug, whatever it is that is plugged in. */
record Label(String name, int ranking, List<HostPattern> hosts, String owner, boolean pulled) {
    /** Of something that comes. Throws IllegalArgumentException if the name is none. */
    Label(String name, int ranking, List<HostPattern> hosts, String owner) {
        this(Names.checked(name), ranking, Given.copy(hosts, "patterns of hosts"), owner, false);
    }

    static Label of(Plug<?> plug) {
        return new Label(plug.name(), plug.ranking(), plug.hosts(), plug.owner(), plug.pulled());
    }

    Label pulled(boolean out) {
        return new Label(name, ranking, hosts, owner, out);
    }

    <T> Plug<T> plug(long generation, T plugged) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Plug<>(name, ranking, generation, hosts, owner, now, pulled, plugged);
    }
}
