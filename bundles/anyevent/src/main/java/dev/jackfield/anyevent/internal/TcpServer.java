package dev.jackfield.anyevent.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.HostService;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.anyevent.AcceptCallback;
import dev.jackfield.anyevent.ListenCallback;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.BoundListener;
import dev.jackfield.connector.plain.Server;
import dev.jackfield.connector.plain.ServerOptions;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Consumer;

/** {@code tcp_server} and {@code tcp_bind}. */
final class TcpServer {
    private TcpServer() {}

    static Guard listen(
            String host, String service, ChannelLoop loop, AcceptCallback acceptCb, ListenCallback prepareCb)
            throws IOException {
        return Server.listen(at(host, service), loop, wire -> accepted(wire, acceptCb), options(prepareCb));
    }

    static Guard bind(
            String host, String service, Consumer<? super ServerSocketChannel> doneCb, ListenCallback prepareCb)
            throws IOException {
        BoundListener listener = Server.bind(at(host, service), options(prepareCb));
        try {
            doneCb.accept(listener.channel());
        } catch (RuntimeException | Error e) {
            listener.close();
            throw e;
        }
        return listener;
    }

    private static void accepted(Wire wire, AcceptCallback callback) {
        HostService peer = SocketAddresses.unpack(wire.peer());
        try {
            callback.call(wire, peer.host(), peer.service());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerOptions options(ListenCallback callback) {
        return ServerOptions.defaults().withPreparation((channel, local) -> {
            String port = local.host().equals(UnixAddress.HOST) ? local.service() : Integer.toString(local.port());
            return callback.call(channel, local.host(), port);
        });
    }

    private static HostPort at(String host, String service) {
        String port = service.isEmpty() ? "0" : service;
        HostPort at = HostPort.of(host.isEmpty() ? Server.anywhere(0).host() : host, port);
        boolean unknown = at.port() == 0 && !at.service().isEmpty() && !host.equals(UnixAddress.HOST);
        if (unknown) {
            throw new IllegalArgumentException(
                    "Expected a port, or the name of a well-known service, got \"" + service + "\"");
        }
        return at;
    }
}
