package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives pumps that send all requests by one route. */
@Component(service = Function.class)
@Probe("pump-by-route")
public final class RoutePumpProbe implements Function<String, BiFunction<String, Consumer<String>, Runnable>> {
    private final HttpClient client;

    /** With the service that a user of the client would get. */
    @Activate
    public RoutePumpProbe(@Reference HttpClient client) {
        this.client = client;
    }

    @Override
    public BiFunction<String, Consumer<String>, Runnable> apply(String route) {
        return (url, outcomes) ->
                Pump.start(client, Request.post(url, Pump.NO_BODY).withRoute(route), outcomes);
    }
}
