package dev.jackfield.http.internal.osgi;

import dev.jackfield.http.ClientReading;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** All clients there are, of whatever offer. <i>Thread-safe.</i> */
final class Roll {
    private static final Comparator<ClientReading> ORDER =
            Comparator.comparing(ClientReading::user).thenComparing(ClientReading::name);

    private final Set<Member> members = ConcurrentHashMap.newKeySet();

    void enter(Member member) {
        members.add(member);
    }

    void leave(Member member) {
        members.remove(member);
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
}
