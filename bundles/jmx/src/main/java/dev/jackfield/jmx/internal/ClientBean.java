package dev.jackfield.jmx.internal;

import dev.jackfield.http.ClientReading;
import dev.jackfield.jmx.ClientMXBean;
import dev.jackfield.jmx.WireView;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A client, asked anew for each attribute, as they are read one by one and seldom. <i>Thread-safe.</i> */
public final class ClientBean implements ClientMXBean {
    /** For loops that somebody blocks; whoever reads shall not hang with them. */
    private static final long PATIENCE_SECONDS = 5;

    private final Supplier<CompletableFuture<ClientReading>> source;

    /** Of whatever reads the client. */
    public ClientBean(Supplier<CompletableFuture<ClientReading>> source) {
        this.source = source;
    }

    @Override
    public String getUser() {
        return read().user();
    }

    @Override
    public String getName() {
        return read().name();
    }

    @Override
    public Date getSince() {
        return Date.from(read().since());
    }

    @Override
    public int getQueued() {
        return read().readings().queued();
    }

    @Override
    public int getActive() {
        return read().readings().active();
    }

    @Override
    public int getConnections() {
        return read().readings().connections();
    }

    @Override
    public int getIdle() {
        return read().readings().idle();
    }

    @Override
    public int getFinishing() {
        return read().readings().finishing();
    }

    @Override
    public int getDraining() {
        return read().readings().draining();
    }

    @Override
    public List<WireView> getWires() {
        return read().wires().stream().<WireView>map(WireRow::new).toList();
    }

    /** What goes wrong is told by types of the JDK, as the other end of a connection of JMX may know no others. */
    private ClientReading read() {
        try {
            return source.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Expected the loops to answer within " + PATIENCE_SECONDS + " s, got nothing");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The client cannot be read: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the client was read");
        }
    }
}
