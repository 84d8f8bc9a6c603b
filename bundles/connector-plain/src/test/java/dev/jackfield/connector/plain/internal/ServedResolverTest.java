package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who is asked while resolvers come and go, and whose answer counts. */
class ServedResolverTest extends Serving {
    @Test
    void asksTheOneInUseOnTheLoop() {
        served.bind(old);
        CompletableFuture<List<Target>> stage = served.resolve(query).toCompletableFuture();
        assertThat(old.asked()).as("asked off the loop").isZero();
        loop.run();
        assertThat(old.asksOnLoop).containsExactly(true);
        assertThat(served.open()).isEqualTo(1);
        old.early(ONE);
        loop.run();
        old.answer(ONE, TWO);
        loop.run();
        assertThat(early).containsExactly(List.of(ONE));
        assertThat(stage).isCompletedWithValue(List.of(ONE, TWO));
    }

    @Test
    void failsIfTheOneInUseDoes() {
        CompletableFuture<List<Target>> stage = asked();
        old.fail("no such name");
        loop.run();
        failed(stage, "no such name");
    }

    @Test
    void passesACancellationOnToAllThatWereAsked() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        assertThat(next.asked()).isEqualTo(1);
        loop.execute(() -> stage.cancel(false));
        loop.run();
        assertThat(old.cancelled() && next.cancelled()).isTrue();
        assertThat(old.cancelsOnLoop).containsExactly(true);
    }

    @Test
    void passesACancellationFromElsewhereOnOnTheLoop() {
        CompletableFuture<List<Target>> stage = asked();
        stage.cancel(false);
        assertThat(served.open()).isZero();
        loop.run();
        assertThat(old.cancelsOnLoop).containsExactly(true);
    }

    @Test
    void asksNobodyForThoseWhoLostInterestBefore() {
        served.bind(old);
        served.resolve(query).toCompletableFuture().cancel(false);
        loop.run();
        assertThat(old.asked()).isZero();
    }

    @Test
    void asksTheNextOneIfOneGoesThatNeverAnswers() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        assertThat(next.asksOnLoop).containsExactly(true);
        assertThat(old.cancelled()).as("may still know").isFalse();
        next.answer(TWO);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(TWO));
        assertThat(old.cancelled()).isTrue();
    }

    @Test
    void takesTheAnswerOfOneThatIsGone() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        old.answer(ONE);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(ONE));
        assertThat(next.cancelled()).isTrue();
    }

    @Test
    void takesNoFailureOfOneThatIsGone() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        old.fail("stopped");
        loop.run();
        assertThat(stage).isNotDone();
        next.answer(TWO);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void takesNoEmptyAnswerOfOneThatIsGone() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        old.answer();
        loop.run();
        assertThat(stage).isNotDone();
        next.answer();
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of());
    }

    @Test
    void takesTheFailureOfTheNextOne() {
        CompletableFuture<List<Target>> stage = asked();
        replace(old, next);
        next.fail("no such name");
        loop.run();
        failed(stage, "no such name");
        assertThat(old.cancelled()).isTrue();
    }

    @Test
    void judgesAFailureByWhoIsInUseWhenItIsHeardOf() {
        CompletableFuture<List<Target>> stage = asked();
        old.fail("stopping");
        replace(old, next);
        assertThat(stage).isNotDone();
        next.answer(TWO);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void asksTheFirstAndTheLastOfMany() {
        CompletableFuture<List<Target>> stage = asked();
        HandResolver before = old;
        List<HandResolver> middle = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            middle.add(new HandResolver());
            replace(before, middle.get(i));
            before = middle.get(i);
        }
        replace(before, next);
        assertThat(middle).allMatch(HandResolver::cancelled);
        assertThat(old.cancelled() || next.cancelled()).isFalse();
        assertThat(stage).isNotDone();
        old.answer(ONE);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(ONE));
    }

    @Test
    void passesOnWhatAnyOfThemKnowsSoFar() {
        CompletableFuture<List<Target>> stage = asked();
        HandResolver middle = new HandResolver();
        replace(old, middle);
        replace(middle, next);
        old.early(ONE);
        middle.early(ONE, TWO);
        next.early(TWO);
        loop.run();
        assertThat(early).containsExactly(List.of(ONE), List.of(TWO));
        next.answer(TWO);
        old.early(ONE, TWO);
        loop.run();
        assertThat(early).as("nothing follows the answer").hasSize(2);
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void waitsWhileThereIsNone() {
        CompletableFuture<List<Target>> stage = served.resolve(query).toCompletableFuture();
        loop.run();
        assertThat(stage).isNotDone();
        served.bind(next);
        loop.run();
        next.answer(TWO);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void waitsForTheNextOneAfterOneThatWentAndFailed() {
        CompletableFuture<List<Target>> stage = asked();
        served.unbind(old);
        old.fail("stopped");
        loop.run();
        assertThat(stage).isNotDone();
        served.bind(old);
        loop.run();
        assertThat(old.asked()).as("it is back").isEqualTo(2);
        old.answer(ONE);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(ONE));
    }

    @Test
    void asksTheFormerOneAgainIfItIsTheOneThatStays() {
        CompletableFuture<List<Target>> stage = asked();
        served.bind(next);
        old.fail("for a moment not in use");
        loop.run();
        served.unbind(next);
        loop.run();
        assertThat(old.asked()).isEqualTo(2);
        old.answer(ONE);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(ONE));
    }

    @Test
    void knowsWhichOfTwoIsUnbound() {
        served.bind(old);
        served.bind(old);
        served.unbind(old);
        CompletableFuture<List<Target>> stage = served.resolve(query).toCompletableFuture();
        loop.run();
        old.answer(ONE);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(ONE));
    }
}
