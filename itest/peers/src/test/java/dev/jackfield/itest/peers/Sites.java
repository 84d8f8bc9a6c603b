package dev.jackfield.itest.peers;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Servers of each kind, started when they are asked for first. */
final class Sites implements Closeable {
    private final Map<Site.Kind, Site> started = new EnumMap<>(Site.Kind.class);

    Site get(Site.Kind kind) throws IOException {
        Peers.require(kind.toString(), Site.installed(kind));
        if (!started.containsKey(kind)) {
            started.put(kind, Site.start(kind));
        }
        return started.get(kind);
    }

    @Override
    public void close() throws IOException {
        for (Site site : started.values()) {
            site.close();
        }
    }
}
