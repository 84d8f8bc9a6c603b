package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of questions when there will be no other resolver. */
class StoppedResolverTest extends Serving {
    private static final String STOPPED = "The resolver was stopped before it knew served.test:80";

    @Test
    void failsWhatWaitsWhenItIsStopped() {
        CompletableFuture<List<Target>> waiting = served.resolve(query).toCompletableFuture();
        served.stop(true);
        loop.run();
        failed(waiting, STOPPED);
        CompletableFuture<List<Target>> later = served.resolve(query).toCompletableFuture();
        loop.run();
        failed(later, STOPPED);
    }

    @Test
    void failsWhatWasAskedOfOneThatIsGoneWhenItIsStopped() {
        CompletableFuture<List<Target>> stage = asked();
        served.stop(true);
        served.unbind(old);
        loop.run();
        failed(stage, STOPPED);
        assertThat(old.cancelled()).isTrue();
    }

    @Test
    void tellsWhyTheOneThatIsGoneDidNotKnow() {
        CompletableFuture<List<Target>> stage = asked();
        served.unbind(old);
        old.fail("going");
        loop.run();
        served.stop(true);
        loop.run();
        assertThat(stage.handle((found, error) -> error).join()).hasRootCauseMessage("going");
    }

    @Test
    void letsTheOneInUseAnswerWhenItIsStoppedForAnotherReason() {
        CompletableFuture<List<Target>> stage = stoppedWhileBothWereAsked();
        next.answer(TWO);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void takesTheFailureOfTheOneInUseWhenItIsStoppedForAnotherReason() {
        CompletableFuture<List<Target>> stage = stoppedWhileBothWereAsked();
        next.fail("no such name");
        loop.run();
        failed(stage, "no such name");
    }

    /** A connector of somebody else may stand for one that was a service a moment ago. */
    @Test
    void servesWhoeverHoldsOnToItAfterItWasStoppedForAnotherReason() {
        served.bind(old);
        served.stop(false);
        served.unbind(old);
        CompletableFuture<List<Target>> later = onLoop();
        old.answer(ONE);
        loop.run();
        assertThat(later).isCompletedWithValue(List.of(ONE));
    }

    private CompletableFuture<List<Target>> stoppedWhileBothWereAsked() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        served.stop(false);
        served.unbind(next);
        loop.run();
        assertThat(next.asked()).isEqualTo(1);
        assertThat(stage).isNotDone();
        return stage;
    }
}
