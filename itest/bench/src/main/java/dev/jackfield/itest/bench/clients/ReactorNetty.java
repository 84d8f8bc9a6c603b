package dev.jackfield.itest.bench.clients;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.resolver.DefaultAddressResolverGroup;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Reactor Netty, with the JVM's resolver instead of Netty's, so that the JVM's hosts file counts. */
final class ReactorNetty extends Library {
    private final ConnectionProvider pool = ConnectionProvider.create("bench");
    private final HttpClient client = HttpClient.create(pool).resolver(DefaultAddressResolverGroup.INSTANCE);

    @Override
    int status(Call call) {
        Mono<ByteBuf> body =
                call.hasBody() ? Mono.fromSupplier(() -> Unpooled.wrappedBuffer(call.octets())) : Mono.empty();
        return client.request(HttpMethod.valueOf(call.method()))
                .uri(call.url())
                .send(body)
                .responseSingle((response, content) ->
                        content.then(Mono.just(response.status().code())))
                .block();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
