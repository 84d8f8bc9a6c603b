package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.Server;
import dev.jackfield.connector.plain.ServerOptions;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code tcp.jsonl}: servers. Paths of the vectors are moved into a folder that is there. */
final class Servers implements Family {
    private static final String CLEANUP = "tcp_server_cleanup";
    private static final String VECTORS = "/tmp/vectors";

    private final OwnLoop loop;

    Servers(OwnLoop loop) {
        this.loop = loop;
    }

    @Override
    public Set<String> names() {
        return Set.of("tcp_server", CLEANUP);
    }

    @Override
    public JsonElement answer(Vector vector) throws IOException {
        Path folder = Files.createTempDirectory("parity");
        ServerSocket holder = holder(vector);
        try {
            if (vector.name().equals(CLEANUP)) {
                return cleanup(folder.resolve("s1.sock"));
            }
            // Nothing at all stands for any port, as in the original.
            String service = vector.argument(1).isEmpty() ? "0" : vector.argument(1);
            HostPort at = HostPort.of(vector.argument(0), service.replace(VECTORS, folder.toString()));
            return served(at);
        } catch (IOException e) {
            return Json.refusal(e);
        } finally {
            holder.close();
            Files.delete(folder);
        }
    }

    @Override
    public Expectation expectation(Vector vector) {
        return Expectation.partial(vector);
    }

    /** Holds the port that a vector wants to find in use, if nobody else does. */
    private static ServerSocket holder(Vector vector) throws IOException {
        ServerSocket holder = new ServerSocket();
        if (vector.fields().has("name") && vector.text("name").equals("in-use")) {
            try {
                holder.bind(new InetSocketAddress(
                        InetAddress.getByName(vector.argument(0)), Integer.parseInt(vector.argument(1))));
            } catch (BindException inUse) {
                // As wanted.
            }
        }
        return holder;
    }

    private JsonElement cleanup(Path path) throws IOException {
        Server.listen(HostPort.unix(path.toString()), loop.get(), Wire::close).close();
        JsonObject answer = new JsonObject();
        answer.addProperty("path_exists_after", Files.exists(path) ? 1 : 0);
        return answer;
    }

    private JsonElement served(HostPort at) throws IOException {
        JsonObject answer = new JsonObject();
        JsonArray prepared = new JsonArray();
        ServerOptions options = ServerOptions.defaults().withPreparation((channel, local) -> {
            prepared.add(seen(channel, local));
            return 0;
        });
        try (Server server = Server.listen(at, loop.get(), Wire::close, options)) {
            answer.add("prepare", prepared);
            if (server.local().unix().isPresent()) {
                answer.addProperty(
                        "exists_while_bound",
                        Files.exists(Path.of(server.local().service())) ? 1 : 0);
            }
            if (!reaches(server.local())) {
                throw new IllegalStateException("Nobody accepts at " + server.local());
            }
        }
        return answer;
    }

    private static JsonObject seen(ServerSocketChannel channel, HostPort local) throws IOException {
        boolean unix = local.unix().isPresent();
        JsonObject seen = new JsonObject();
        seen.addProperty("accepting_already", reaches(local) ? 1 : 0);
        seen.addProperty("host", local.host());
        seen.addProperty("port", unix ? "<path>" : local.port() == 0 ? "zero" : "nonzero");
        seen.addProperty("reuseaddr", !unix && channel.getOption(StandardSocketOptions.SO_REUSEADDR) ? 1 : 0);
        return seen;
    }

    private static boolean reaches(HostPort at) {
        SocketAddress address = at.unix().isPresent()
                ? UnixDomainSocketAddress.of(at.service())
                : new InetSocketAddress(at.literal().orElseThrow().toInetAddress(), at.port());
        try (SocketChannel channel = SocketChannel.open(address)) {
            return channel.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
