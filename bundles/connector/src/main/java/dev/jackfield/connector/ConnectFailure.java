package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * No connection came about: with the ledger of what was tried.
 *
 * <p><i>Immutable.</i> Not to be serialized.
 */
public final class ConnectFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient HostPort target;
    private final transient Ledger ledger;

    /**
     * A failure of a connector that looks no name up, or does not tell.
     *
     * @param target where to
     * @param tried in the order of starting; empty if it never came to that
     * @param reason used when nothing was tried
     * @param cause the last error
     */
    public ConnectFailure(HostPort target, List<Ledger.Tried> tried, String reason, Throwable cause) {
        this(target, new Ledger(tried), reason, cause);
    }

    /**
     * A failure.
     *
     * @param target where to
     * @param ledger what was tried
     * @param reason used when nothing was tried
     * @param cause the last error
     */
    public ConnectFailure(HostPort target, Ledger ledger, String reason, Throwable cause) {
        super(
                describe(
                        Given.of(target, "a target"),
                        Given.of(ledger, "a ledger").tried(),
                        reason),
                cause);
        this.target = target;
        this.ledger = ledger;
    }

    /**
     * Where to.
     *
     * @return the target as asked for
     */
    public HostPort target() {
        return target;
    }

    /**
     * The ledger.
     *
     * @return what was tried, and out of which answers
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * What was tried.
     *
     * @return the addresses in the order of starting
     */
    public List<Ledger.Tried> tried() {
        return ledger.tried();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException(ConnectFailure.class.getName());
    }

    private static String describe(HostPort target, List<Ledger.Tried> tried, String reason) {
        String why = tried.isEmpty()
                ? reason
                : tried.stream().map(Ledger.Tried::toString).collect(Collectors.joining("; "));
        return "Cannot connect to " + target + ": " + why;
    }
}
