package dev.jackfield.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client and its panel, seen through the platform's server. */
class JackfieldMBeansTest {
    private static final Connector NEVER = (target, attempt) -> new CompletableFuture<>();

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Panel panel = Panel.open();
    private final Loops loops = Loops.create(1);
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, panel);

    private final List<Guard> guards = new ArrayList<>();

    @AfterEach
    void close() {
        guards.forEach(Guard::close);
        client.close();
        loops.close();
    }

    @Test
    void showsWhatIsPluggedIn() throws Exception {
        register("a, b");
        guards.add(panel.plug("never", 7, List.of(HostPattern.parse("*.test:80")), NEVER));
        ObjectName name = new ObjectName("dev.jackfield:type=Panel,name=\"a, b\"");
        TabularData table = (TabularData) server.getAttribute(name, "Plugs");
        CompositeData row = table.values().stream()
                .map(CompositeData.class::cast)
                .map(entry -> (CompositeData) entry.get("value"))
                .filter(value -> value.get("name").equals("never"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("kind")).isEqualTo("connector");
        assertThat(row.get("ranking")).isEqualTo(7);
        assertThat((String[]) row.get("hosts")).containsExactly("*.test:80");
        assertThat(row.get("inUse")).isEqualTo(false);
        assertThat(row.get("pulled")).isEqualTo(false);
        assertThat(server.getAttribute(name, "Swaps")).isEqualTo(1L);
    }

    @Test
    void tellsWhatIsInUseAndCountsSwaps() throws Exception {
        guards.add(panel.plug("never", 7, NEVER));
        register("swaps");
        PanelMXBean bean = JMX.newMXBeanProxy(
                server, new ObjectName("dev.jackfield:type=Panel,name=\"swaps\""), PanelMXBean.class);
        assertThat(inUse(bean)).containsExactly(7);
        assertThat(bean.getSwaps()).isZero();
        guards.add(panel.plug("never", 8, NEVER));
        assertThat(inUse(bean)).containsExactly(8);
        panel.pull(panel.connector("never").orElseThrow());
        assertThat(inUse(bean)).containsExactly(7);
        assertThat(bean.getPlugs().values())
                .filteredOn(PlugView::isPulled)
                .singleElement()
                .satisfies(pulled -> assertThat(pulled.getRanking()).isEqualTo(8));
        assertThat(bean.getSwaps()).isEqualTo(2);
    }

    @Test
    void showsWhatAClientHoldsOnTo() throws Exception {
        register("holds");
        guards.add(panel.plug("plain", 1000, NEVER));
        ClientMXBean bean = JMX.newMXBeanProxy(
                server, new ObjectName("dev.jackfield:type=Client,name=\"holds\""), ClientMXBean.class);
        assertThat(bean.getName()).isEqualTo("holds");
        assertThat(bean.getUser()).isEmpty();
        assertThat(bean.getSince()).isBeforeOrEqualTo(new Date());
        assertThat(bean.getConnections()).isZero();
        assertThat(bean.getWires()).isEmpty();

        client.get("http://127.0.0.1:1/");
        loops.all().forEach(loop -> CompletableFuture.runAsync(() -> {}, loop).join());

        assertThat(bean.getConnections()).isEqualTo(1);
        assertThat(bean.getActive()).isEqualTo(1);
        assertThat(bean.getQueued()).isZero();
        assertThat(bean.getIdle()).isZero();
        assertThat(bean.getFinishing()).isZero();
        assertThat(bean.getDraining()).isZero();
        assertThat(bean.getWires()).singleElement().satisfies(wire -> {
            assertThat(wire.getOrigin()).isEqualTo("127.0.0.1:1");
            assertThat(wire.getState()).isEqualTo("CONNECTING");
            assertThat(wire.getRoute()).isEqualTo("plain");
            assertThat(wire.getGenerations())
                    .containsExactly(panel.connector("plain").orElseThrow().generation());
            assertThat(wire.isSecure()).isFalse();
            assertThat(wire.getAgeMillis()).isBetween(0L, 60_000L);
            assertThat(wire.getRestMillis()).isBetween(0L, 60_000L);
            assertThat(wire.getRequests()).isBetween(0L, 1L);
        });
    }

    @Test
    void saysWhatEachAttributeMeans() throws Exception {
        register("told");
        for (String type : List.of("Panel", "Client")) {
            MBeanInfo info = server.getMBeanInfo(new ObjectName("dev.jackfield:type=" + type + ",name=\"told\""));
            assertThat(info.getDescription()).contains(" ");
            assertThat(info.getAttributes())
                    .isNotEmpty()
                    .allSatisfy(attribute -> assertThat(attribute.getDescription())
                            .as(attribute.getName())
                            .contains(" "));
        }
    }

    @Test
    void goesWithTheGuard() throws Exception {
        Guard first = register("one");
        assertThat(names()).containsExactlyInAnyOrder("Panel \"one\"", "Client \"one\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register("one"))
                .withMessageStartingWith("Expected a name that nothing is registered by, got \"one\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(""))
                .withMessage("Expected a name, got an empty one");
        assertThat(names()).hasSize(2);
        first.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesNothingWhereOnlyOneNameIsTaken() throws Exception {
        ObjectName taken = new ObjectName("dev.jackfield:type=Client,name=\"half\"");
        server.registerMBean(new StandardMBean(new Others(), OthersMBean.class), taken);
        assertThatIllegalArgumentException().isThrownBy(() -> register("half"));
        assertThat(names()).containsExactly("Client \"half\"");
        server.unregisterMBean(taken);
    }

    /** Somebody else's, who has our name. */
    public interface OthersMBean {}

    private static final class Others implements OthersMBean {}

    private Guard register(String name) {
        Guard guard = JackfieldMBeans.register(name, client, panel);
        guards.add(guard);
        return guard;
    }

    private static List<Integer> inUse(PanelMXBean bean) {
        return bean.getPlugs().entrySet().stream()
                .filter(entry -> entry.getKey() == entry.getValue().getGeneration())
                .map(Map.Entry::getValue)
                .filter(plug -> plug.getName().equals("never") && plug.isInUse())
                .map(PlugView::getRanking)
                .toList();
    }

    private Set<String> names() throws Exception {
        return server.queryNames(new ObjectName("dev.jackfield:*"), null).stream()
                .map(name -> name.getKeyProperty("type") + " " + name.getKeyProperty("name"))
                .collect(Collectors.toSet());
    }
}
