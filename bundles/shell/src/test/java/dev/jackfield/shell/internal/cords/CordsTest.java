package dev.jackfield.shell.internal.cords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CordsTest {
    private static final HostPort TARGET = HostPort.of("target.test", 80);

    private final Panel panel = Panel.open();
    private final Cords cords = new Cords(panel);
    private final List<String> asked = new ArrayList<>();

    /** Notes what it is configured with. */
    private final class Noting implements Connector {
        private final String name;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public Connector configured(Link link) {
            if (link.option().equals("wrong")) {
                throw new IllegalArgumentException("Expected something right, got " + link);
            }
            return (target, attempt) -> {
                asked.add(name + " as " + link + " to " + target);
                return new CompletableFuture<>();
            };
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            throw new IllegalStateException("Expected to be configured first");
        }
    }

    /** Leaves the work to whatever is in use as plain, and changes with that. */
    private final class Over implements Connector {
        private final Connector below = panel.below(this, "plain");

        @Override
        public Guard watch(Runnable changed) {
            return below.watch(changed);
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            return below.connect(target, attempt);
        }
    }

    private List<Plug<?>> corded() {
        List<Plug<?>> corded = new ArrayList<>(panel.plugs());
        corded.removeIf(plug -> !(plug.plugged() instanceof Cord));
        return corded;
    }

    @AfterEach
    void close() {
        cords.close();
    }

    @Test
    void looksUpItsOtherEndForEachConnection() throws Exception {
        panel.plug("work", 0, new Noting("first"));
        cords.lay(Kind.CONNECTOR, "plain", "work", 9, List.of());
        Patch patch = Patch.of(Route.parse("plain(fast)"), TARGET, panel);
        patch.connect(TARGET, Dial.on(new ManualLoop()));
        panel.plug("work", 1, new Noting("second"));
        patch.connect(TARGET, Dial.on(new ManualLoop()));
        assertThat(asked)
                .containsExactly("first as work(fast) to target.test:80", "second as work(fast) to target.test:80");
    }

    @Test
    void getsAnewGenerationWithItsOtherEnd() {
        Guard work = panel.plug("work", 0, new Noting("first"));
        cords.lay(Kind.CONNECTOR, "between", "work", 9, List.of());
        cords.lay(Kind.CONNECTOR, "plain", "between", 9, List.of());
        long before = generation();
        panel.plug("work", -1, new Noting("behind"));
        assertThat(generation()).isEqualTo(before);
        work.close();
        long after = generation();
        assertThat(after).isGreaterThan(before);
        assertThat(panel.plugs().stream().filter(plug -> plug.plugged() instanceof Cord))
                .hasSize(2);
    }

    @Test
    void isOneHoweverOftenChangesWhatStandsOverItsVerySocket() {
        panel.plug("plain", 0, new Noting("first"));
        Guard over = panel.plug("over", 0, new Over());
        cords.lay(Kind.CONNECTOR, "plain", "over", 9, List.of());
        for (int again = 0; again < 3; again++) {
            over.close();
            over = panel.plug("over", 0, new Over());
        }
        assertThat(corded()).hasSize(1);
        assertThat(cords.takeAway(corded().get(0))).isTrue();
        assertThat(corded()).isEmpty();
    }

    @Test
    void choosesItsOtherEndByWhomIsToBeReachedAndNotByTheAddress() throws Exception {
        panel.plug("work", 5, List.of(HostPattern.parse("target.test")), new Noting("special"));
        panel.plug("work", 9, List.of(HostPattern.parse("192.0.2.1")), new Noting("other"));
        cords.lay(Kind.CONNECTOR, "plain", "work", 9, List.of());
        Connector cord = panel.connector("plain").orElseThrow().plugged().configured(Link.of("plain"));
        cord.towards(TARGET).connect(HostPort.of("192.0.2.1", 80), Dial.on(new ManualLoop()));
        assertThat(asked).containsExactly("special as work to 192.0.2.1:80");
    }

    @Test
    void leavesTwoRowsOfTheSameNamesAlone() {
        panel.plug("b", 0, new Noting("b"));
        panel.plug("a", 0, (Layer) (below, target, attempt) -> new CompletableFuture<>());
        cords.lay(Kind.CONNECTOR, "a", "b", 1, List.of());
        cords.lay(Kind.LAYER, "b", "a", 1, List.of());
        Guard more = panel.plug("b", 3, new Noting("more"));
        more.close();
        assertThat(panel.connector("a")).isPresent();
        assertThat(panel.layer("b")).isPresent();
    }

    @Test
    void failsAsItsOtherEndWould() {
        Guard work = panel.plug("work", 0, new Noting("first"));
        cords.lay(Kind.CONNECTOR, "plain", "work", 9, List.of());
        assertThatThrownBy(() -> Patch.of(Route.parse("plain(wrong)"), TARGET, panel))
                .hasMessage("Expected something right, got work(wrong)");
        work.close();
        assertThatThrownBy(() -> Patch.of(Route.parse("plain"), TARGET, panel))
                .isInstanceOfSatisfying(
                        UnpluggedException.class,
                        gone -> assertThat(gone.name()).isEqualTo("work"))
                .hasMessageContaining("at the other end of a cord");
    }

    @Test
    void refusesCircles() {
        panel.plug("work", 0, new Noting("first"));
        cords.lay(Kind.CONNECTOR, "b", "work", 9, List.of());
        cords.lay(Kind.CONNECTOR, "c", "b", 9, List.of());
        assertThatThrownBy(() -> cords.lay(Kind.CONNECTOR, "work", "c", 9, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a cord leads back to \"work\"");
        assertThatThrownBy(() -> cords.lay(Kind.CONNECTOR, "c", "c", 9, List.of()))
                .hasMessageContaining("to itself");
        cords.lay(Kind.CONNECTOR, "c", "work", 10, List.of());
    }

    @Test
    void refusesACircleOfCordsThatOthersHaveLaid() {
        try (Cords others = new Cords(panel)) {
            panel.plug("work", 0, new Noting("first"));
            others.lay(Kind.CONNECTOR, "b", "work", 9, List.of());
            assertThatThrownBy(() -> cords.lay(Kind.CONNECTOR, "work", "b", 9, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a cord leads back to \"work\"");
        }
    }

    @Test
    void failsWhereALayerLeadsBack() throws Exception {
        ManualLoop loop = new ManualLoop();
        panel.plug("work", 0, (Layer) (below, target, attempt) ->
                panel.layer("mine", target).orElseThrow().plugged().over(below, target, attempt));
        cords.lay(Kind.LAYER, "mine", "work", 9, List.of());
        PipeWire.Pair pair = PipeWire.pair(loop);
        panel.plug("pipe", 0, (target, attempt) -> {
            CompletableFuture<Wire> done = new CompletableFuture<>();
            loop.execute(() -> done.complete(pair.near()));
            return done;
        });
        CompletableFuture<Wire> made = Patch.of(Route.parse("pipe > mine"), TARGET, panel)
                .connect(TARGET, Dial.on(loop))
                .toCompletableFuture();
        loop.run();
        assertThat(made.handle((wire, error) -> error.getMessage()).join())
                .startsWith(
                        "hop 2 of 2, mine to target.test:80: Expected links that do not leave the work to each other")
                .contains("got mine by work, generation ");
        assertThat(pair.near().isOpen()).isFalse();
    }

    @Test
    void endsWithItsOwner() {
        cords.lay(Kind.CONNECTOR, "mine", "plain", 0, List.of());
        cords.lay(Kind.LAYER, "secure", "tls", 0, List.of());
        cords.close();
        assertThat(panel.connector("mine")).isEmpty();
        assertThat(panel.layer("secure")).isEmpty();
        Guard change = panel.plug("plain", 5, new Noting("more"));
        change.close();
        assertThat(panel.connector("mine")).isEmpty();
    }

    @Test
    void saysInTheLogWhatGoesWithItsOwner() {
        Logger logger = Logger.getLogger(Cords.class.getName());
        List<String> said = new ArrayList<>();
        Filter before = logger.getFilter();
        logger.setFilter(record -> {
            said.add(MessageFormat.format(record.getMessage(), record.getParameters()));
            return false;
        });
        try {
            cords.lay(Kind.CONNECTOR, "mine", "plain", 0, List.of());
            cords.close();
        } finally {
            logger.setFilter(before);
        }
        assertThat(said).singleElement().asString().startsWith("The connector mine is gone: a cord to plain");
    }

    private long generation() {
        return panel.connector("plain").orElseThrow().generation();
    }
}
