package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Resolvers, listeners and loops that do not do what they should. */
class BrokenResolverTest extends Serving {
    @Test
    void takesAResolverThatThrowsForOneThatFails() {
        Resolver broken = asked -> {
            throw new NoClassDefFoundError("dev/jackfield/Gone");
        };
        served.bind(broken);
        CompletableFuture<List<Target>> stage = onLoop();
        assertThat(stage).as("never inside the call").isNotDone();
        loop.run();
        failed(stage, "dev/jackfield/Gone");
    }

    @Test
    void takesAResolverThatReturnsNoStageForOneThatFails() {
        served.bind(asked -> null);
        CompletableFuture<List<Target>> stage = onLoop();
        loop.run();
        failed(stage, "Expected a stage from the resolver, got null");
    }

    @Test
    void completesAfterTheCallEvenIfTheResolverDoesNot() {
        served.bind(asked -> {
            asked.early().accept(List.of(ONE));
            return CompletableFuture.completedFuture(List.of(TWO));
        });
        CompletableFuture<List<Target>> stage = onLoop();
        assertThat(stage).isNotDone();
        assertThat(early).isEmpty();
        loop.run();
        assertThat(early).containsExactly(List.of(ONE));
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void takesAListThatCannotBeReadForNoAnswerOfOneThatIsGone() {
        CompletableFuture<List<Target>> answer = new CompletableFuture<>();
        Resolver broken = asked -> answer;
        served.bind(broken);
        CompletableFuture<List<Target>> stage = onLoop();
        replace(broken, next);
        answer.complete(new AbstractList<>() {
            @Override
            public Target get(int index) {
                throw new NoClassDefFoundError("dev/jackfield/Gone");
            }

            @Override
            public int size() {
                throw new NoClassDefFoundError("dev/jackfield/Gone");
            }
        });
        loop.run();
        assertThat(stage).isNotDone();
        next.answer(TWO);
        loop.run();
        assertThat(stage).isCompletedWithValue(List.of(TWO));
    }

    @Test
    void endsWithAListenerThatThrows() {
        served.bind(old);
        CompletableFuture<List<Target>> stage = served.resolve(query.withEarly(found -> {
                    throw new NoClassDefFoundError("dev/jackfield/Gone");
                }))
                .toCompletableFuture();
        loop.run();
        old.early(ONE);
        loop.run();
        failed(stage, "dev/jackfield/Gone");
        assertThat(old.cancelled()).isTrue();
    }

    @Test
    void endsWithTheLoop() {
        CompletableFuture<List<Target>> stage = asked();
        loop.end();
        served.bind(next);
        failed(stage, "The loop has ended");
        assertThat(old.cancelled()).isTrue();
        failed(served.resolve(query).toCompletableFuture(), "The loop has ended");
    }
}
