package dev.jackfield.itest.bench.clients;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Vert.x, with the JVM's resolver instead of its own, so that the JVM's hosts file counts, and without its cache of files, a folder
 * that stays where a JVM is halted.
 */
final class VertxClient extends Library {
    /** It says on the console what its caller is told, too. */
    private static final Logger LOG = Logger.getLogger("io.vertx");

    static {
        LOG.setLevel(Level.OFF);
        System.setProperty("vertx.disableDnsResolver", "true");
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final HttpClient client = vertx.createHttpClient();

    @Override
    int status(Call call) throws Exception {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(call.url());
        Future<Integer> status = client.request(options)
                .compose(request -> call.hasBody() ? request.send(call.text()) : request.send())
                .compose(response -> response.body().map(response.statusCode()));
        return status.toCompletionStage().toCompletableFuture().get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
