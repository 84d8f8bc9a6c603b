package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.Watchers;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.loop.Guard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The profiles of each name, the one in use first; and who wants to know of changes. <i>Thread-safe.</i> */
final class Profiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Comparator<Plugged> IN_ORDER =
            Comparator.comparingInt(Plugged::ranking).reversed().thenComparingLong(Plugged::order);

    private final Map<String, List<Plugged>> names = new ConcurrentHashMap<>();
    private final Watchers watchers = new Watchers();
    private final AtomicLong orders = new AtomicLong();

    private record Plugged(int ranking, long order, ProfileLayer layer) {}

    /** What is in use under a name. */
    Optional<ProfileLayer> inUse(String name) {
        List<Plugged> plugged = names.get(name);
        return plugged == null ? Optional.empty() : Optional.of(plugged.get(0).layer);
    }

    List<String> names() {
        return names.keySet().stream().sorted().toList();
    }

    Guard plug(String name, int ranking, TlsProfile profile) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a name of letters, digits, '-', '_' and '.', got \"" + name + "\"");
        }
        Plugged mine = new Plugged(ranking, orders.getAndIncrement(), new ProfileLayer(profile));
        change(name, before -> Stream.concat(before, Stream.of(mine)).sorted(IN_ORDER));
        return Guard.of(() -> change(name, before -> before.filter(plugged -> plugged != mine)));
    }

    Guard watch(Runnable changed) {
        return watchers.watch(changed);
    }

    private interface Change {
        Stream<Plugged> apply(Stream<Plugged> before);
    }

    private void change(String name, Change change) {
        boolean[] differs = new boolean[1];
        names.compute(name, (key, plugged) -> {
            List<Plugged> before = plugged == null ? List.of() : plugged;
            List<Plugged> after = change.apply(before.stream()).toList();
            differs[0] = before.isEmpty() || after.isEmpty() || before.get(0) != after.get(0);
            return after.isEmpty() ? null : after;
        });
        if (differs[0]) {
            watchers.changed();
        }
    }
}
