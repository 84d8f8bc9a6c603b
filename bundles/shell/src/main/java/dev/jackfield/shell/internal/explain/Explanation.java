package dev.jackfield.shell.internal.explain;

import dev.jackfield.connector.Ledger;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.RequestLedger.Connecting;
import dev.jackfield.http.RequestLedger.Plugged;
import dev.jackfield.http.RequestLedger.Pooled;
import dev.jackfield.http.RequestLedger.Step;
import dev.jackfield.http.RequestLedger.Times;
import dev.jackfield.shell.internal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A ledger as people read it: a paragraph for each step. */
public final class Explanation {
    private static final int LABEL = 12;

    private final List<String> lines = new ArrayList<>();

    private Explanation() {}

    /**
     * Tells what became of a request.
     *
     * @param ledger of a response or a failure
     * @return lines without control characters
     */
    public static List<String> of(RequestLedger ledger) {
        Explanation explanation = new Explanation();
        if (ledger.steps().isEmpty()) {
            explanation.lines.add("Nothing was sent, and no connection asked for.");
        }
        for (int at = 0; at < ledger.steps().size(); at++) {
            explanation.step(at + 1, ledger.steps().get(at));
        }
        return explanation.lines;
    }

    private void step(int number, Step step) {
        lines.add(Terminal.oneLine(number + ". " + step.method() + " " + step.url() + why(step.why())));
        tell("route", step.route().isEmpty() ? "not found out" : step.route());
        tell("plugs", step.plugs().stream().map(Explanation::plug).toList());
        tell(
                "connection",
                step.pooling()
                        .map(Explanation::pooled)
                        .orElse(step.connecting().isPresent() ? "none, for it could not be made" : "none"));
        step.connecting().ifPresent(this::connecting);
        step.peer().ifPresent(peer -> tell("peer", address(peer.toString())));
        step.encryption().ifPresent(tls -> tell("tls", tls.protocol() + ", " + tls.cipherSuite()));
        times(step.times());
        tell("outcome", step.outcome());
    }

    private static String why(RequestLedger.Why why) {
        return switch (why) {
            case ASKED -> "";
            case REDIRECT -> ", for a redirect led there";
            case RETRY -> ", again, for the connection died";
            case CHALLENGE -> ", again, with credentials for the proxy";
            case SWAP -> ", again, for what was connecting went out of use";
        };
    }

    private static String plug(Plugged plug) {
        return plug.name() + ", generation " + plug.generation() + ", of " + plug.owner();
    }

    private static String pooled(Pooled pooled) {
        return pooled.reused()
                ? "kept, " + Millis.text(pooled.age().toNanos()) + " old, " + pooled.requests() + " requests before"
                : "new";
    }

    private void connecting(Connecting made) {
        made.tried().ifPresent(this::tried);
        tell(
                "hops",
                made.hops().stream()
                        .map(reached -> "at " + Millis.text(reached.begin()) + " " + reached.hop())
                        .toList());
    }

    private void tried(Ledger ledger) {
        if (!ledger.answers().isEmpty()) {
            tell("answers", "at " + Millis.text(ledger.answered()) + " " + String.join(", ", ledger.answers()));
        }
        tell(
                "tried",
                ledger.tried().stream()
                        .map(tried -> "at " + Millis.text(tried.begin()) + " " + tried.address() + ", for "
                                + Millis.text(tried.nanos()) + ": "
                                + (tried.connected() ? "connected" : tried.reason()))
                        .toList());
    }

    private void times(Times times) {
        List<String> parts = new ArrayList<>();
        moment("begun", times.begun(), parts);
        moment("connecting", times.connecting(), parts);
        moment("sending", times.sending(), parts);
        moment("head", times.head(), parts);
        moment("end", times.end(), parts);
        tell("times", String.join(", ", parts));
    }

    private static void moment(String what, long nanos, List<String> parts) {
        if (nanos >= 0) {
            parts.add(what + " at " + Millis.text(nanos));
        }
    }

    private void tell(String label, String text) {
        tell(label, List.of(text));
    }

    private void tell(String label, List<String> texts) {
        String shown = label;
        for (String text : texts) {
            lines.add("   " + shown + " ".repeat(LABEL - shown.length()) + Terminal.oneLine(text));
            shown = "";
        }
    }

    /** As {@link java.net.InetSocketAddress} has it, but without the name that nobody has looked up. */
    private static String address(String peer) {
        return peer.startsWith("/") && peer.indexOf(':') > 0 ? peer.substring(1) : peer;
    }
}
