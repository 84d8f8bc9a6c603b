package dev.jackfield.http.internal.osgi;

import dev.jackfield.http.ClientReading;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All clients there are, of whatever offer. <i>Thread-safe.</i> */
final class Roll {
    private static final Comparator<ClientReading> ORDER =
            Comparator.comparing(ClientReading::user).thenComparing(ClientReading::name);

    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    private final Set<Member> members = ConcurrentHashMap.newKeySet();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    void enter(Member member) {
        members.add(member);
        changed();
    }

    void leave(Member member) {
        members.remove(member);
        changed();
    }

    /** Somebody came or went, or is called otherwise. */
    void changed() {
        watchers.forEach(Roll::tell);
    }

    Guard watch(Runnable changed) {
        // Wrapped, so that the same watcher given twice is two watches.
        Runnable watcher = changed::run;
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    CompletableFuture<List<ClientReading>> read() {
        List<CompletableFuture<ClientReading>> readings = members.stream()
                .map(member -> member.read().exceptionally(closedMeanwhile -> null))
                .toList();
        return CompletableFuture.allOf(readings.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> readings.stream()
                        .map(CompletableFuture::join)
                        .filter(Objects::nonNull)
                        .sorted(ORDER)
                        .toList());
    }

    private static void tell(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A watcher of the clients failed", e);
        }
    }
}
