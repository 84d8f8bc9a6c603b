package dev.jackfield.shell.internal.table;

import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Readings;
import dev.jackfield.http.WireReading;
import dev.jackfield.shell.internal.cords.Kind;
import dev.jackfield.shell.internal.cords.Place;
import dev.jackfield.shell.internal.table.Table.Column;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to see on a panel, and behind it. */
public final class PanelTables {
    private static final List<Column> PLUGS = List.of(
            Column.text(" "),
            Column.text("KIND"),
            Column.text("NAME"),
            Column.number("RANKING"),
            Column.number("GENERATION"),
            Column.text("HOSTS"),
            Column.text("SINCE"));
    private static final List<Column> WIRES =
            List.of(Column.number("OPEN"), Column.number("IDLE"), Column.number("DRAINING"), Column.number("REQUESTS"));
    private static final Column OWNER = Column.text("OWNER");

    private PanelTables() {}

    /**
     * What is plugged in, and the profiles of TLS.
     *
     * @param plugs of a panel
     * @return a row for each
     */
    public static Table plugs(List<Plug<?>> plugs) {
        Table table = new Table(join(PLUGS, List.of(OWNER)));
        for (Place place : Place.all(plugs)) {
            table.row(join(cells(place), List.of(owner(place.plug()))));
            profiles(table, place);
        }
        return table;
    }

    /**
     * The same with the connections that were made by it, and with what is not on the panel any more but has some.
     *
     * @param plugs of a panel
     * @param clients that are connected by it
     * @param names which to tell of, of what is not on the panel any more
     * @return a row for each
     */
    public static Table plugs(List<Plug<?>> plugs, List<ClientReading> clients, Predicate<String> names) {
        SortedMap<Long, WireSums> sums = WireSums.byGeneration(clients);
        sums.values().removeIf(made -> !names.test(made.name()));
        Table table = new Table(join(PLUGS, join(WIRES, List.of(OWNER))));
        for (Place place : Place.all(plugs)) {
            Plug<?> plug = place.plug();
            WireSums made = sums.remove(plug.generation());
            WireSums shown = made == null ? WireSums.none(Kind.of(plug), plug.name()) : made;
            table.row(join(cells(place), join(shown.cells(), List.of(owner(plug)))));
            profiles(table, place);
        }
        sums.forEach((generation, gone) -> table.row(join(
                List.of("", gone.kind().toString(), gone.name(), "", String.valueOf(generation), "", ""),
                join(gone.cells(), List.of(generation == 0 ? "brought along" : "gone")))));
        return table;
    }

    /**
     * Who uses it.
     *
     * @param clients all there are
     * @return a row for each
     */
    public static Table clients(List<ClientReading> clients) {
        Table table = new Table(List.of(
                Column.text("CLIENT"),
                Column.text("USER"),
                Column.text("SINCE"),
                Column.number("QUEUED"),
                Column.number("ACTIVE"),
                Column.number("OPEN"),
                Column.number("IDLE")));
        for (ClientReading client : clients) {
            Readings now = client.readings();
            table.row(join(
                    List.of(name(client), client.user(), second(client.since())),
                    Stream.of(now.queued(), now.active(), now.connections(), now.idle())
                            .map(String::valueOf)
                            .toList()));
        }
        return table;
    }

    /**
     * Every connection.
     *
     * @param clients all there are
     * @param names of links, one of which is to be on the route
     * @return a row for each connection
     */
    public static Table wires(List<ClientReading> clients, Predicate<String> names) {
        Table table = new Table(List.of(
                Column.text("CLIENT"),
                Column.text("USER"),
                Column.text("ORIGIN"),
                Column.text("STATE"),
                Column.text("FOR"),
                Column.text("AGE"),
                Column.number("REQUESTS"),
                Column.text("GENERATIONS"),
                Column.text("ROUTE")));
        for (ClientReading client : clients) {
            for (WireReading wire : client.wires()) {
                if (WireSums.names(wire).noneMatch(names)) {
                    continue;
                }
                table.row(List.of(
                        name(client),
                        client.user(),
                        (wire.secure() ? "https://" : "http://") + wire.origin(),
                        wire.state().name().toLowerCase(Locale.ROOT),
                        Ages.text(wire.rest()),
                        Ages.text(wire.age()),
                        String.valueOf(wire.requests()),
                        wire.generations().stream().map(String::valueOf).collect(Collectors.joining(" > ")),
                        wire.route()));
            }
        }
        return table;
    }

    private static List<String> cells(Place place) {
        Plug<?> plug = place.plug();
        String hosts = plug.forAll()
                ? "all"
                : plug.hosts().stream().map(HostPattern::toString).collect(Collectors.joining(","));
        return List.of(
                place.mark(),
                Kind.of(plug).toString(),
                plug.name(),
                String.valueOf(plug.ranking()),
                String.valueOf(plug.generation()),
                hosts,
                second(plug.since()));
    }

    private static void profiles(Table table, Place place) {
        if (place.plug().plugged() instanceof Tls tls) {
            tls.profiles().forEach(name -> table.row(List.of(place.mark(), "profile", "tls(" + name + ")")));
        }
    }

    private static String owner(Plug<?> plug) {
        return plug.pulled() ? plug.owner() + " (pulled)" : plug.owner();
    }

    private static String name(ClientReading client) {
        return client.name().isEmpty() ? "-" : client.name();
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
