package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the client holds on to, once its loops have done all that was handed to them before. */
@Component(service = Supplier.class)
@Probe("readings")
public final class ReadingsProbe implements Supplier<String> {
    private final HttpClient client;
    private final Loops loops;

    /** With the loops the client runs on. */
    @Activate
    public ReadingsProbe(@Reference HttpClient client, @Reference Loops loops) {
        this.client = client;
        this.loops = loops;
    }

    @Override
    public String get() {
        for (Loop loop : loops.all()) {
            CompletableFuture.runAsync(() -> {}, loop).join();
        }
        return client.readings().toString();
    }
}
