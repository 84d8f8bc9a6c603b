package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** GETs a URL by a route: the outcome as text, some time. */
@Component(service = BiFunction.class)
@Probe("get-by-route")
public final class GetByRouteProbe implements BiFunction<String, String, CompletableFuture<String>> {
    private final HttpClient client;

    /** With the service that a user of the client would get. */
    @Activate
    public GetByRouteProbe(@Reference HttpClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<String> apply(String url, String route) {
        return client.send(Request.get(url).withRoute(route)).handle(Outcome::of);
    }
}
