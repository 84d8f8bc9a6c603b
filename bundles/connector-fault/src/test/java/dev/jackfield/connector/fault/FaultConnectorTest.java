package dev.jackfield.connector.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultConnectorTest {
    private static final int MANY = 1000;

    private final Trial trial = new Trial();

    @Test
    void changesNothingWithoutSettings() {
        Wire wire = trial.through(over(Map.of())).join();

        assertThat(wire).isSameAs(trial.near.getLast());
        assertThat(trial.through(over(Map.of("seed", "1", "reset.after", 0))).join())
                .as("settings that strike nobody")
                .isSameAs(trial.near.getLast());
    }

    @Test
    void hasWhatIsBelowChosenByWhomIsToBeReachedAndNotByTheAddress() {
        List<HostPort> asked = new ArrayList<>();
        Connector below = new Connector() {
            @Override
            public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
                throw new IllegalStateException("Expected to be asked towards somebody");
            }

            @Override
            public Connector towards(HostPort target) {
                asked.add(target);
                return trial;
            }
        };
        for (Map<String, Object> settings : List.<Map<String, Object>>of(Map.of(), Map.of("bytewise", 1))) {
            Connector towards = FaultConnector.over(below, settings).towards(Trial.TARGET);
            assertThat(trial.through(towards)).isCompleted();
        }
        assertThat(asked).containsExactly(Trial.TARGET, Trial.TARGET);
    }

    @Test
    void strikesEveryThird() throws Exception {
        assertThat(broken(over(Map.of("reset", 3)), 9))
                .containsExactly(false, false, true, false, false, true, false, false, true);
    }

    @Test
    void strikesByChanceAndTheSameWayEachTime() throws Exception {
        List<Boolean> broken = broken(over(Map.of("reset", 0.25)), MANY);

        assertThat(broken.stream().filter(each -> each).count()).isBetween(200L, 300L);
        assertThat(broken(over(Map.of("reset", "0.25", "bytewise", 0.5)), MANY))
                .as("the same, whatever else is set")
                .isEqualTo(broken);
        assertThat(broken(over(Map.of("reset", 0.25, "seed", 2)), MANY)).isNotEqualTo(broken);
    }

    @Test
    void breaksWhenSoManyOctetsHaveBeenRead() throws Exception {
        for (int atOnce = 1; atOnce < 7; atOnce++) {
            Wire wire =
                    trial.through(over(Map.of("reset", 1, "reset.after", 5))).join();
            trial.says("12345678");

            StringBuilder got = new StringBuilder();
            while (got.length() < 5) {
                got.append(Trial.read(wire, atOnce));
            }
            assertThat(got).hasToString("12345");
            assertThatIOException()
                    .isThrownBy(() -> Trial.read(wire, 1))
                    .withMessage("Connection reset, as configured");
            assertThat(trial.near.getLast().isOpen()).isFalse();
        }
    }

    @Test
    void givesOneOctetAtATimeAndKeepsNoneBack() throws Exception {
        Wire wire = trial.through(over(Map.of("bytewise", 1))).join();
        int[] woken = new int[1];
        trial.says("123");

        for (String octet : List.of("1", "2", "3")) {
            wire.whenReadable(() -> woken[0]++);
            trial.loop.settle();
            assertThat(Trial.read(wire, 10)).isEqualTo(octet);
        }
        assertThat(woken).containsExactly(3);
        assertThat(Trial.read(wire, 10)).isEmpty();
    }

    @Test
    void aBlackHoleAnswersNobodyAndAsksNobody() {
        CompletableFuture<Wire> outcome = trial.through(over(Map.of("blackhole", 1)));
        trial.loop.advance(Duration.ofDays(1));

        assertThat(outcome).isNotDone();
        assertThat(trial.near).isEmpty();
        assertThat(trial.loop.timers()).isZero();
    }

    @Test
    void aBlackHoleEndsWithTheCallersTime() {
        CompletableFuture<Wire> outcome = over(Map.of("blackhole", 1))
                .connect(Trial.TARGET, Dial.on(trial.loop, Duration.ofSeconds(3)))
                .toCompletableFuture();
        trial.loop.advance(Duration.ofMillis(2999));
        assertThat(outcome).isNotDone();
        trial.loop.advance(Duration.ofMillis(1));

        assertThat(outcome.handle((wire, error) -> error.getCause()).join())
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("a.test:80 is in a black hole, as configured");
        assertThat(trial.near).isEmpty();
    }

    @Test
    void isLateToConnect() {
        CompletableFuture<Wire> outcome = trial.through(over(Map.of("latency", 1, "latency.ms", 40)));
        trial.loop.advance(Duration.ofMillis(39));
        assertThat(trial.near).isEmpty();
        trial.loop.advance(Duration.ofMillis(1));

        assertThat(outcome).isDone();
    }

    @Test
    void isLateToSayThatThereIsSomethingToRead() throws Exception {
        CompletableFuture<Wire> outcome = trial.through(over(Map.of("latency", 1)));
        trial.loop.advance(Duration.ofMillis(100));
        Wire wire = outcome.join();
        int[] woken = new int[2];
        trial.says("1");
        wire.whenReadable(() -> woken[0]++);
        trial.loop.advance(Duration.ofMillis(99));
        wire.whenReadable(() -> woken[1]++);
        trial.loop.advance(Duration.ofMillis(99));
        assertThat(woken).containsExactly(0, 0);
        trial.loop.advance(Duration.ofMillis(1));

        assertThat(woken).as("a later waiter replaces the earlier one").containsExactly(0, 1);
        wire.whenReadable(() -> woken[1]++);
        trial.loop.run();
        wire.close();
        assertThat(trial.loop.timers()).isZero();
    }

    @Test
    void leavesNoTimerWhenItIsCalledOff() {
        for (String fault : List.of("latency", "blackhole")) {
            Dial dial = Dial.on(trial.loop, Duration.ofSeconds(3));
            CompletableFuture<Wire> outcome =
                    over(Map.of(fault, 1)).connect(Trial.TARGET, dial).toCompletableFuture();
            trial.loop.runFirst(dial::cancel);

            assertThat(trial.loop.timers()).as(fault).isZero();
            assertThat(outcome).isNotDone();
        }
    }

    @Test
    void takesOtherSettingsForTheNextConnect() throws Exception {
        FaultConnector connector = over(Map.of());
        Wire before = trial.through(connector).join();
        connector.modified(Map.of("reset", "1"));
        trial.says("1");
        assertThat(Trial.read(before, 1)).isEqualTo("1");

        assertThat(broken(connector, 1)).containsExactly(true);
        connector.modified(Map.of());
        assertThat(broken(connector, 1)).containsExactly(false);
    }

    @Test
    void keepsWhatItHasWhenOtherSettingsMakeNoSense() throws Exception {
        FaultConnector connector = over(Map.of("reset", 1));

        connector.modified(Map.of("reset", "often"));

        assertThat(broken(connector, 1)).containsExactly(true);
    }

    @Test
    void refusesKeysThatItDoesNotKnow() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> over(Map.of("resets", 1)))
                .withMessage(
                        "expected keys of [blackhole, bytewise, latency, latency.ms, reset, reset.after, seed] or below,"
                                + " got \"resets\"");
        FaultConnector connector = over(Map.of("reset", 1));
        connector.modified(Map.of("reset", 0, "resets", 1));
        assertThat(broken(connector, 1)).as("as it was").containsExactly(true);
        connector.modified(
                Map.of("service.pid", "dev.jackfield.connector.fault", "felix.fileinstall.filename", "file:x"));
        assertThat(broken(connector, 1)).containsExactly(false);
        connector.modified(Map.of("reset", 1, "panel.target", "(a=b)", "panel.cardinality.minimum", 1));
        assertThat(broken(connector, 1)).containsExactly(true);
    }

    @Test
    void saysWhatItCannotRead() {
        for (String wrong : List.of("often", "", "-1", "1.5", "1000000001", "NaN")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> over(Map.of("reset", wrong)))
                    .withMessage(
                            "reset: expected a number from 0 to 1000000000, whole from 1 on, got \"" + wrong + "\"");
        }
    }

    @Test
    void hasTheDefaultsThatFormsShow() {
        assertThat(FaultSettings.NONE)
                .isEqualTo(Map.of(
                        "latency",
                        0d,
                        "latency.ms",
                        100d,
                        "blackhole",
                        0d,
                        "reset",
                        0d,
                        "reset.after",
                        0d,
                        "bytewise",
                        0d,
                        "seed",
                        1d));
    }

    @Test
    void isPluggedInUnderItsName() {
        assertThat(Panel.open().connector("fault").orElseThrow().plugged()).isInstanceOf(FaultConnector.class);
    }

    private FaultConnector over(Map<String, ?> settings) {
        return FaultConnector.over(trial, settings);
    }

    /** Which of so many connections cannot be read from. */
    private List<Boolean> broken(Connector connector, int many) {
        return IntStream.range(0, many).mapToObj(i -> isBroken(connector)).toList();
    }

    private boolean isBroken(Connector connector) {
        Wire wire = trial.through(connector).join();
        try {
            Trial.read(wire, 1);
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            wire.close();
        }
    }
}
