package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One attempt: asks for targets, and runs the {@link Race} between them over real sockets. It is over when the stage
 * completes or the caller cancels, whichever comes first; after that nothing it still hears of has any effect.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Connecting implements Asking.Listener, Leg.Runner {
    private static final Guard NONE = () -> {};
    private static final String BROKE_DOWN = "the connector broke down: ";

    private final CompletableFuture<Wire> stage = new CompletableFuture<>();
    private final Notes notes = new Notes();
    private final List<Leg> running = new ArrayList<>(1);
    private final HostPort target;
    private final Attempt attempt;
    private final Race race;
    private final Asking asking;
    private boolean over;
    private boolean advancing;
    private Guard stagger = NONE;
    private Throwable unresolved;
    private Throwable last;

    /** Not begun yet. */
    public Connecting(Resolver resolver, PlainOptions options, HostPort target, Attempt attempt) {
        this.target = target;
        this.attempt = attempt;
        this.race = new Race(options.serial(), options.stagger().toNanos());
        Query query = Query.of(target, attempt.loop()).withFamily(options.family());
        this.asking = new Asking(resolver, query, this);
    }

    /** Begins. The stage never completes inside this call. */
    public CompletionStage<Wire> start() {
        attempt.whenCancelled(this::cancel);
        if (over) {
            return stage;
        }
        if (attempt.loop() instanceof ChannelLoop) {
            asking.ask();
        } else {
            String got = attempt.loop().getClass().getName();
            attempt.loop().execute(() -> fail("expected a loop that watches channels, got " + got, null));
        }
        return stage;
    }

    @Override
    public void early(List<Target> found) {
        try {
            known(found);
            advance();
        } catch (RuntimeException | Error e) {
            crashed(e);
        }
    }

    @Override
    public void answered(List<Target> found, Optional<Throwable> error) {
        try {
            if (error.isPresent()) {
                unresolved = error.get();
            } else {
                known(found);
            }
            race.complete();
            advance();
        } catch (RuntimeException | Error e) {
            crashed(e);
        }
    }

    @Override
    public void won(Leg leg) {
        running.remove(leg);
        end();
        try {
            leg.note().ended(notes.now(), "");
            leg.wire().cameAbout(notes);
        } catch (RuntimeException | Error e) {
            leg.close();
            stage.completeExceptionally(crash(e));
            return;
        }
        stage.complete(leg.wire());
    }

    @Override
    public void lost(Leg leg, Throwable why) {
        try {
            running.remove(leg);
            last = why;
            leg.note().ended(notes.now(), Reasons.of(why, leg.to()));
            race.failed();
            advance();
        } catch (RuntimeException | Error e) {
            leg.note().ended(notes.now(), BROKE_DOWN + e);
            crashed(e);
        }
    }

    private void known(List<Target> found) {
        notes.answered(found);
        race.known(found);
    }

    private void due() {
        try {
            advance();
        } catch (RuntimeException | Error e) {
            crashed(e);
        }
    }

    /** Starts what is due. What fails, or wins, while it is being started, comes back to {@link #lost} or {@link #won}. */
    private void advance() {
        if (advancing) {
            return;
        }
        advancing = true;
        Target next;
        while (!over && (next = race.next(attempt.loop().nanoTime())) != null) {
            Leg leg = new Leg(this, attempt, (ChannelLoop) attempt.loop(), notes.trying(next));
            running.add(leg);
            leg.begin();
        }
        advancing = false;
        if (!over) {
            awaitNews();
        }
    }

    private void awaitNews() {
        stagger.close();
        stagger = NONE;
        if (race.lost()) {
            fail(unresolved == null ? "the resolver found no address" : Reasons.of(unresolved), cause());
            return;
        }
        long wait = race.untilNext(attempt.loop().nanoTime());
        if (wait != Race.NEVER) {
            stagger = attempt.loop().after(Duration.ofNanos(wait), this::due);
        }
    }

    /** The last error; one of the resolver is not lost beside it. */
    private Throwable cause() {
        if (last == null) {
            return unresolved;
        }
        if (unresolved != null && unresolved != last) {
            last.addSuppressed(unresolved);
        }
        return last;
    }

    private void fail(String why, Throwable cause) {
        if (!over) {
            end();
            stage.completeExceptionally(new ConnectFailure(target, notes.read(), why, cause));
        }
    }

    /**
     * Something broke that cannot break, as it does when the bundle is replaced in the middle of an attempt: what was not
     * loaded by then is not to be had any more. Nobody waits for an attempt that has no end.
     */
    private void crashed(Throwable e) {
        try {
            fail(BROKE_DOWN + e, e);
        } catch (RuntimeException | Error more) {
            stage.completeExceptionally(crash(e));
        }
    }

    /** Made of what the JDK has. */
    private IOException crash(Throwable e) {
        return new IOException(
                "Connecting to " + target + ": " + BROKE_DOWN + e.getClass().getName(), e);
    }

    private void cancel() {
        if (!over) {
            end();
        }
    }

    /** Lets go of everything that is still under way. */
    private void end() {
        over = true;
        stagger.close();
        for (Leg leg : running) {
            leg.close();
            leg.note().ended(notes.now(), Ledger.GIVEN_UP);
        }
        running.clear();
        asking.cancel();
    }
}
