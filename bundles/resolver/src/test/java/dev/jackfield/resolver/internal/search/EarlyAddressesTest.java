package dev.jackfield.resolver.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.stub.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 8305 section 3. */
class EarlyAddressesTest {
    private static final String A = "a.test a";
    private static final String AAAA = "a.test aaaa";

    private final Scene scene = new Scene();

    @BeforeEach
    void script() {
        scene.dns.with(A, "192.0.2.1").with(AAAA, "2001:db8::1").silent(A, AAAA);
    }

    @Test
    void publishesSixAtOnce() throws Throwable {
        CompletableFuture<List<Target>> stage = begin();
        answer(AAAA);
        assertThat(scene.early).containsExactly(List.of("[2001:db8::1]:80"));
        assertThat(stage).isNotDone();
        answer(A);
        assertThat(scene.early).hasSize(1);
        assertThat(Scene.end(stage)).containsExactly("[2001:db8::1]:80", "192.0.2.1:80");
        assertThat(scene.manual.timers()).isZero();
    }

    @Test
    void letsFourWaitALittleForSix() throws Throwable {
        CompletableFuture<List<Target>> stage = begin();
        answer(A);
        scene.manual.advance(Scene.PATIENCE.minusMillis(1));
        assertThat(scene.early).isEmpty();
        scene.manual.advance(Duration.ofMillis(1));
        assertThat(scene.early).containsExactly(List.of("192.0.2.1:80"));
        assertThat(stage).isNotDone();
        answer(AAAA);
        assertThat(Scene.end(stage)).containsExactly("[2001:db8::1]:80", "192.0.2.1:80");
    }

    @Test
    void doesNotPublishWhatIsCompleteInTime() throws Throwable {
        CompletableFuture<List<Target>> stage = begin();
        answer(A);
        scene.manual.advance(Scene.PATIENCE.minusMillis(1));
        answer(AAAA);
        assertThat(Scene.end(stage)).hasSize(2);
        scene.manual.advance(Duration.ofSeconds(1));
        assertThat(scene.early).isEmpty();
    }

    @Test
    void doesNotWaitForSixThatIsKnownToBeNone() throws Throwable {
        scene.dns.with(AAAA, new Answer.NoData(1));
        CompletableFuture<List<Target>> stage = begin();
        answer(AAAA);
        assertThat(scene.early).isEmpty();
        answer(A);
        assertThat(Scene.end(stage)).containsExactly("192.0.2.1:80");
    }

    @Test
    void hasNobodyToWaitForWithOneFamily() throws Throwable {
        CompletableFuture<List<Target>> stage =
                scene.begin(scene.query(HostPort.of("a.test", 80)).withFamily(Family.IPV4));
        scene.manual.settle();
        answer(A);
        assertThat(Scene.end(stage)).containsExactly("192.0.2.1:80");
        assertThat(scene.dns.asked).containsExactly(A);
    }

    @Test
    void letsGoWhenTheQuestionIsTakenBack() {
        CompletableFuture<List<Target>> stage = begin();
        answer(A);
        scene.onLoop(() -> stage.cancel(false));
        assertThat(scene.dns.gaveUp(AAAA)).isTrue();
        assertThat(scene.manual.timers()).isZero();
        scene.manual.advance(Duration.ofSeconds(1));
        assertThat(scene.early).isEmpty();
    }

    @Test
    void letsGoOnTheLoopWhoeverTakesTheQuestionBack() {
        CompletableFuture<List<Target>> stage = begin();
        stage.cancel(false);
        assertThat(scene.dns.gaveUp(A)).isFalse();
        scene.manual.settle();
        assertThat(scene.dns.gaveUp(A)).isTrue();
    }

    @Test
    void asksNobodyIfItIsTakenBackAtOnce() {
        scene.begin("a.test", "80").cancel(false);
        scene.manual.settle();
        assertThat(scene.dns.asked).isEmpty();
    }

    @Test
    void canBeTakenBackByWhoHearsEarly() {
        CompletableFuture<List<Target>> stage = begin();
        scene.whenHeard = () -> stage.cancel(false);
        answer(AAAA);
        assertThat(scene.dns.gaveUp(A)).isTrue();
        assertThat(stage).isCancelled();
    }

    @Test
    void survivesWhoeverHearsEarly() throws Throwable {
        scene.whenHeard = () -> {
            throw new IllegalStateException("oops");
        };
        CompletableFuture<List<Target>> stage = begin();
        answer(AAAA);
        answer(A);
        assertThat(Scene.end(stage)).hasSize(2);
    }

    private CompletableFuture<List<Target>> begin() {
        CompletableFuture<List<Target>> stage = scene.begin("a.test", "80");
        scene.manual.settle();
        assertThat(scene.dns.asked).containsExactly(AAAA, A);
        return stage;
    }

    private void answer(String question) {
        scene.onLoop(() -> scene.dns.answer(question));
    }
}
