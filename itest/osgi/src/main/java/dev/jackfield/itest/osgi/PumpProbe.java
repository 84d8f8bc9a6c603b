package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts a {@link Pump} by the client's own route; what it gives back stops it. */
@Component(service = BiFunction.class)
@Probe("pump")
public final class PumpProbe implements BiFunction<String, Consumer<String>, Runnable> {
    private final HttpClient client;

    /** With the service that a user of the client would get. */
    @Activate
    public PumpProbe(@Reference HttpClient client) {
        this.client = client;
    }

    @Override
    public Runnable apply(String url, Consumer<String> outcomes) {
        return Pump.start(client, Request.post(url, Pump.NO_BODY), outcomes);
    }
}
