package dev.jackfield.resolver.internal.search;

import static dev.jackfield.resolver.internal.search.LookupTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.stub.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is silent delays what is not by a second at most. */
class SilentServicesTest {
    private static final String SRV = "_http._tcp.a.test srv";
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Scene scene = new Scene();

    @BeforeEach
    void script() {
        scene.dns.with("a.test a", "192.0.2.1").with("a.test aaaa", new Answer.NoData(1));
        scene.dns.with("s1.test a", "192.0.2.11").with("s1.test aaaa", new Answer.NoData(1));
        scene.dns.with("s2.test a", "192.0.2.22").with("s2.test aaaa", new Answer.NoData(1));
        scene.dns.with("s3.test a", "192.0.2.33").with("s3.test aaaa", new Answer.NoData(1));
    }

    private CompletableFuture<List<Target>> begin(String service) {
        CompletableFuture<List<Target>> stage = scene.begin("a.test", service);
        scene.manual.settle();
        return stage;
    }

    private CompletableFuture<List<Target>> beginAndWait(String service) {
        CompletableFuture<List<Target>> stage = begin(service);
        scene.manual.advance(ServiceQuestion.PATIENCE);
        return stage;
    }

    private void answer(String question) {
        scene.onLoop(() -> scene.dns.answer(question));
    }

    @Test
    void asksForTheHostItselfWhenThereIsNoWordOfServices() throws Throwable {
        scene.dns.silent(SRV).with(SRV, new Answer.NoData(1));
        CompletableFuture<List<Target>> stage = begin("http");
        scene.manual.advance(ServiceQuestion.PATIENCE.minus(MOMENT));
        assertThat(scene.dns.asked).containsExactly(SRV);
        scene.manual.advance(MOMENT);
        assertThat(scene.early).containsExactly(List.of("192.0.2.1:80"));
        assertThat(stage).isNotDone();

        answer(SRV);
        assertThat(Scene.end(stage)).containsExactly("192.0.2.1:80");
        assertThat(scene.dns.asked).containsExactly(SRV, "a.test aaaa", "a.test a");
        assertThat(scene.manual.timers()).isZero();
    }

    @Test
    void waitsForTheHostItselfIfThatIsSlower() throws Throwable {
        scene.dns.silent(SRV, "a.test a").with(SRV, new Answer.NoData(1));
        CompletableFuture<List<Target>> stage = beginAndWait("http");
        answer(SRV);
        assertThat(stage).isNotDone();
        answer("a.test a");
        assertThat(Scene.end(stage)).containsExactly("192.0.2.1:80");
    }

    @Test
    void takesTargetsForTheAnswerHoweverLateTheyAre() throws Throwable {
        scene.dns.silent(SRV).with(SRV, "1 1 81 s1.test", "2 1 82 s2.test");
        CompletableFuture<List<Target>> stage = beginAndWait("http");
        assertThat(scene.early).containsExactly(List.of("192.0.2.1:80"));
        answer(SRV);
        assertThat(Scene.end(stage)).containsExactly("192.0.2.11:81", "192.0.2.22:82/1");
        assertThat(scene.manual.timers()).isZero();
    }

    @Test
    void letsGoOfTheHostItselfWhenThereAreTargets() throws Throwable {
        scene.dns.silent(SRV, "a.test a").with(SRV, "1 1 81 s1.test");
        CompletableFuture<List<Target>> stage = beginAndWait("http");
        answer(SRV);
        assertThat(scene.dns.gaveUp("a.test a")).isTrue();
        assertThat(Scene.end(stage)).containsExactly("192.0.2.11:81");
    }

    @Test
    void doesNotFailWhileThereMayBeTargets() throws Throwable {
        scene.dns.silent(SRV).with(SRV, "1 1 81 s1.test").with("a.test a", new Answer.NoData(1));
        CompletableFuture<List<Target>> stage = beginAndWait("http");
        assertThat(stage).isNotDone();
        answer(SRV);
        assertThat(Scene.end(stage)).containsExactly("192.0.2.11:81");
    }

    @Test
    void hasNoPortForTheHostItselfWhereNobodyKnowsTheService() throws Throwable {
        scene.dns.silent("_x._tcp.a.test srv").with("_x._tcp.a.test srv", "1 1 81 s1.test");
        CompletableFuture<List<Target>> stage = beginAndWait("x");
        assertThat(scene.dns.asked).containsExactly("_x._tcp.a.test srv");
        answer("_x._tcp.a.test srv");
        assertThat(Scene.end(stage)).containsExactly("192.0.2.11:81");
    }

    @Test
    void saysEverythingOnceIfThereIsNothing() {
        scene.dns.silent(SRV).failing(SRV, Reason.TIMEOUT, "silence");
        scene.dns.with("a.test a", new Answer.NoData(1));
        CompletableFuture<List<Target>> stage = beginAndWait("http");
        answer(SRV);
        assertFails(
                Reason.TIMEOUT,
                "Cannot resolve \"a.test:http=80\": SRV: silence; not in /the/hosts; AAAA: the name has no such records;"
                        + " A: the name has no such records",
                () -> Scene.end(stage));
    }

    @Test
    void publishesWhatComesAfterSilentTargets() throws Throwable {
        scene.dns.with(SRV, "1 1 81 s1.test", "2 1 82 s2.test", "3 1 83 s3.test");
        scene.dns.silent("s1.test. a", "s1.test. aaaa", "s3.test. aaaa");
        CompletableFuture<List<Target>> stage = begin("http");
        scene.manual.advance(ServiceQuestion.PATIENCE.minus(MOMENT));
        assertThat(scene.early).isEmpty();
        scene.manual.advance(MOMENT);
        assertThat(scene.early).containsExactly(List.of("192.0.2.22:82/1", "192.0.2.33:83/2"));

        answer("s1.test. a");
        answer("s1.test. aaaa");
        assertThat(scene.early.get(1)).containsExactly("192.0.2.11:81", "192.0.2.22:82/1", "192.0.2.33:83/2");
        answer("s3.test. aaaa");
        assertThat(Scene.end(stage)).containsExactly("192.0.2.11:81", "192.0.2.22:82/1", "192.0.2.33:83/2");
        assertThat(scene.manual.timers()).isZero();
    }

    @Test
    void letsGoOfAllThatIsSilentWhenTheQuestionIsTakenBack() {
        scene.dns.silent(SRV, "a.test a");
        CompletableFuture<List<Target>> stage = begin("http");
        assertThat(scene.manual.timers()).isOne();
        scene.manual.advance(ServiceQuestion.PATIENCE);
        scene.onLoop(() -> stage.cancel(false));
        assertThat(scene.dns.gaveUp(SRV)).isTrue();
        assertThat(scene.dns.gaveUp("a.test a")).isTrue();
        assertThat(scene.manual.timers()).isZero();
    }
}
