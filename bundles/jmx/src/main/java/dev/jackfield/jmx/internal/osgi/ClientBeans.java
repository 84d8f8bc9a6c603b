package dev.jackfield.jmx.internal.osgi;

import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Clients;
import dev.jackfield.jmx.ClientMXBean;
import dev.jackfield.jmx.internal.Beans;
import dev.jackfield.jmx.internal.ClientBean;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.InstanceAlreadyExistsException;

/** An MBean for each client there is. <i>Thread-safe.</i> */
final class ClientBeans implements AutoCloseable {
    private static final Logger LOG = System.getLogger("dev.jackfield.jmx");

    private final Clients clients;
    private final Guard watch;
    private final AtomicLong asked = new AtomicLong();
    private final Map<Key, Guard> beans = new HashMap<>();
    private long seen;
    private boolean closed;

    private record Key(String user, String name) {
        Map<String, String> keys() {
            Map<String, String> keys = new LinkedHashMap<>();
            keys.put("user", user);
            if (!name.isEmpty()) {
                keys.put("name", name);
            }
            return keys;
        }
    }

    ClientBeans(Clients clients) {
        this.clients = clients;
        this.watch = clients.watch(this::look);
        look();
    }

    @Override
    public void close() {
        watch.close();
        synchronized (this) {
            closed = true;
            beans.values().forEach(Guard::close);
            beans.clear();
        }
    }

    /** Answers may come in another order than they were asked for; an older one tells nothing new. */
    private void look() {
        long question = asked.incrementAndGet();
        clients.read().thenAccept(readings -> show(question, readings));
    }

    private synchronized void show(long question, List<ClientReading> readings) {
        if (closed || question < seen) {
            return;
        }
        seen = question;
        Set<Key> there = new HashSet<>();
        readings.forEach(reading -> there.add(new Key(reading.user(), reading.name())));
        beans.entrySet().removeIf(bean -> {
            boolean gone = !there.contains(bean.getKey());
            if (gone) {
                bean.getValue().close();
            }
            return gone;
        });
        there.forEach(key -> beans.computeIfAbsent(key, this::register));
    }

    private Guard register(Key key) {
        try {
            return Beans.register("Client", key.keys(), new ClientBean(() -> read(key)), ClientMXBean.class);
        } catch (InstanceAlreadyExistsException e) {
            LOG.log(Level.WARNING, "Left out, as there is one already: " + e.getMessage());
            return () -> {};
        }
    }

    private CompletableFuture<ClientReading> read(Key key) {
        return clients.read()
                .thenApply(readings -> readings.stream()
                        .filter(reading -> key.equals(new Key(reading.user(), reading.name())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("it has just gone")));
    }
}
