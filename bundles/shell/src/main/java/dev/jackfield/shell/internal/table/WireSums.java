package dev.jackfield.shell.internal.table;

import dev.jackfield.connector.Route;
import dev.jackfield.connector.RouteSyntaxException;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.WireReading;
import dev.jackfield.shell.internal.cords.Kind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the connections of all clients come to, for one plug that made them. <i>Immutable.</i>
 *
 * @param kind of the plug
 * @param name of the plug, as the route has it
 * @param open how many there are, whatever they do
 * @param idle how many of them are kept for another exchange
 * @param draining how many of them are closed when their exchange has ended
 * @param requests how many began on them
 */
record WireSums(Kind kind, String name, int open, int idle, int draining, long requests) {

    /** By generation; each connection counts once for each link of its route. */
    static SortedMap<Long, WireSums> byGeneration(List<ClientReading> clients) {
        SortedMap<Long, WireSums> sums = new TreeMap<>();
        for (ClientReading client : clients) {
            for (WireReading wire : client.wires()) {
                for (int at = 0; at < wire.generations().size(); at++) {
                    Kind kind = at == 0 ? Kind.CONNECTOR : Kind.LAYER;
                    sums.merge(wire.generations().get(at), of(kind, name(wire.route(), at), wire), WireSums::plus);
                }
            }
        }
        return sums;
    }

    /** Of the links that made a connection. */
    static Stream<String> names(WireReading wire) {
        return IntStream.range(0, wire.generations().size()).mapToObj(at -> name(wire.route(), at));
    }

    List<String> cells() {
        return List.of(String.valueOf(open), String.valueOf(idle), String.valueOf(draining), String.valueOf(requests));
    }

    static WireSums none(Kind kind, String name) {
        return new WireSums(kind, name, 0, 0, 0, 0);
    }

    private static WireSums of(Kind kind, String name, WireReading wire) {
        boolean idle = wire.state() == WireReading.State.IDLE;
        boolean draining = wire.state() == WireReading.State.DRAINING;
        return new WireSums(kind, name, 1, idle ? 1 : 0, draining ? 1 : 0, wire.requests());
    }

    private WireSums plus(WireSums other) {
        return new WireSums(
                kind, name, open + other.open, idle + other.idle, draining + other.draining, requests + other.requests);
    }

    /** The route was a route when it was printed, but for what is brought along. */
    private static String name(String route, int at) {
        try {
            return Route.parse(route).links().get(at).name();
        } catch (RouteSyntaxException | IndexOutOfBoundsException e) {
            return "?";
        }
    }
}
