package dev.jackfield.shell.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Plug;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Readings;
import dev.jackfield.http.WireReading;
import dev.jackfield.http.WireReading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PanelTablesTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T12:00:00.5Z");
    private static final Connector CONNECTOR = (target, attempt) -> new CompletableFuture<>();
    private static final Layer LAYER = (below, target, attempt) -> new CompletableFuture<>();

    @Test
    void marksWhatIsInUse() {
        List<Plug<?>> plugs = List.of(
                plug("plain", 9, 8, true, List.of(), CONNECTOR),
                plug("plain", 5, 3, false, List.of(HostPattern.parse("*.test")), CONNECTOR),
                plug("plain", 0, 1, false, List.of(), CONNECTOR),
                plug("plain", -1, 4, false, List.of(), CONNECTOR),
                plug("plain", 0, 2, false, List.of(), LAYER));
        assertThat(TableTest.text(PanelTables.plugs(plugs)))
                .containsExactly(
                        "   KIND       NAME   RANKING  GENERATION  HOSTS   SINCE                 OWNER",
                        "-  connector  plain        9           8  all     2026-11-22T12:00:00Z  someone [1] (pulled)",
                        "*  connector  plain        5           3  *.test  2026-11-22T12:00:00Z  someone [1]",
                        "*  connector  plain        0           1  all     2026-11-22T12:00:00Z  someone [1]",
                        "   connector  plain       -1           4  all     2026-11-22T12:00:00Z  someone [1]",
                        "*  layer      plain        0           2  all     2026-11-22T12:00:00Z  someone [1]");
    }

    @Test
    void addsUpTheConnections() {
        List<Plug<?>> plugs =
                List.of(plug("plain", 0, 7, false, List.of(), CONNECTOR), plug("tls", 0, 2, false, List.of(), LAYER));
        ClientReading one = client(
                "",
                wire("plain > tls(high)", List.of(7L, 2L), State.IDLE, 10),
                wire("plain > tls(high)", List.of(1L, 2L), State.DRAINING, 3));
        ClientReading other = client(
                "fast", wire("plain", List.of(7L), State.BUSY, 1), wire("own", List.of(0L), State.CONNECTING, 0));
        assertThat(TableTest.text(PanelTables.plugs(plugs, List.of(one, other), name -> true)).stream()
                        .map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        " KIND NAME RANKING GENERATION HOSTS SINCE OPEN IDLE DRAINING REQUESTS OWNER",
                        "* connector plain 0 7 all 2026-11-22T12:00:00Z 2 1 0 11 someone [1]",
                        "* layer tls 0 2 all 2026-11-22T12:00:00Z 2 1 1 13 someone [1]",
                        " connector own 0 1 0 0 0 brought along",
                        " connector plain 1 1 0 1 3 gone");
    }

    @Test
    void listsClientsAndTheirConnections() {
        List<ClientReading> clients = List.of(
                client("", wire("plain > socks5(me:***@127.0.0.1:1080)", List.of(7L, 2L), State.IDLE, 10)),
                client("fast"));
        assertThat(TableTest.text(PanelTables.clients(clients)))
                .containsExactly(
                        "CLIENT  USER      SINCE                 QUEUED  ACTIVE  OPEN  IDLE",
                        "-       user [5]  2026-11-22T12:00:00Z       1       2     3     4",
                        "fast    user [5]  2026-11-22T12:00:00Z       1       2     3     4");
        assertThat(TableTest.text(PanelTables.wires(clients, name -> true)))
                .containsExactly(
                        "CLIENT  USER      ORIGIN                 STATE  FOR     AGE  REQUESTS  GENERATIONS  ROUTE",
                        "-       user [5]  https://origin.test:1  idle   250 ms  2 h        10  7 > 2        plain >"
                                + " socks5(me:***@127.0.0.1:1080)");
    }

    @Test
    void tellsAges() {
        assertThat(List.of(0L, 999L, 1000L, 59_999L, 60_000L, 3_600_000L, 86_400_000L).stream()
                        .map(millis -> Ages.text(Duration.ofMillis(millis))))
                .containsExactly("0 ms", "999 ms", "1 s", "59 s", "1 min", "1 h", "1 d");
    }

    private static <T> Plug<T> plug(
            String name, int ranking, long generation, boolean pulled, List<HostPattern> hosts, T plugged) {
        return new Plug<>(name, ranking, generation, hosts, "someone [1]", SINCE, pulled, plugged);
    }

    private static ClientReading client(String name, WireReading... wires) {
        return new ClientReading(name, "user [5]", SINCE, new Readings(1, 2, 3, 4), List.of(wires));
    }

    private static WireReading wire(String route, List<Long> generations, State state, long requests) {
        return new WireReading(
                HostPort.of("origin.test", 1),
                true,
                route,
                generations,
                state,
                Duration.ofHours(2),
                Duration.ofMillis(250),
                requests);
    }
}
