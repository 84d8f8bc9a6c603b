package dev.jackfield.connector.plain.internal;

import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whichever resolver the service registry has. Those who ask need not know when it is replaced: a {@link Question} that is
 * under way then is asked of the next one, too.
 *
 * <p><i>Thread-safe.</i>
 */
final class ServedResolver implements Resolver {

    /** A resolver, from being bound to being unbound; compared by identity, as the same one may be bound twice. */
    record Binding(Resolver resolver) {}

    private final List<Binding> bound = new ArrayList<>(2);
    private final Set<Question> open = ConcurrentHashMap.newKeySet();
    private volatile Binding current;
    private volatile boolean stopped;

    /** What was bound last is asked from now on. */
    void bind(Resolver resolver) {
        synchronized (bound) {
            bound.add(new Binding(resolver));
            choose();
        }
        open.forEach(question -> question.onLoop(question::turn));
    }

    /** Comes after the replacement was bound, if there is one. */
    void unbind(Resolver resolver) {
        synchronized (bound) {
            for (int i = 0; i < bound.size(); i++) {
                if (bound.get(i).resolver() == resolver) {
                    bound.remove(i);
                    break;
                }
            }
            Binding before = current;
            choose();
            if (current == before) {
                return;
            }
        }
        open.forEach(question -> question.onLoop(question::turn));
    }

    /**
     * There will be no other resolver. The one in use answers all that was asked of it, and whoever asks later, as those do
     * who hold on to a connector that is no service any more; all else fails.
     *
     * @param gone whether it is the one in use that is gone: then all fails
     */
    void stop(boolean gone) {
        Binding last;
        synchronized (bound) {
            stopped = true;
            if (gone) {
                current = null;
            }
            last = current;
        }
        open.forEach(question -> question.onLoop(() -> question.stop(last)));
    }

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        Question question = new Question(this, query);
        open.add(question);
        return question.begin();
    }

    /** Null while there is none. */
    Binding current() {
        return current;
    }

    boolean stopped() {
        return stopped;
    }

    void forget(Question question) {
        open.remove(question);
    }

    /** How many questions are under way. */
    int open() {
        return open.size();
    }

    private void choose() {
        if (!stopped) {
            current = bound.isEmpty() ? null : bound.get(bound.size() - 1);
        }
    }
}
