package dev.jackfield.itest.bench.clients;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import java.nio.file.Path;

/** Jackfield, which reads a hosts file by itself. */
final class OurClient extends Library {
    private final Loops loops = Loops.create(1);
    private final HttpClient client;

    OurClient(Path hosts) {
        Panel panel = Panel.open();
        ResolverOptions options = ResolverOptions.defaults().withHosts(hosts.toString());
        panel.plug("plain", 1, PlainConnector.over(Resolvers.standard(options)));
        this.client = HttpClient.create(ClientOptions.defaults(), loops, panel);
    }

    @Override
    int status(Call call) throws Exception {
        Request request = Request.of(call.method(), call.url());
        return client.send(call.hasBody() ? request.withBody(RequestBody.of(call.text())) : request)
                .get()
                .status();
    }

    @Override
    public void close() {
        client.close();
        loops.close();
    }
}
