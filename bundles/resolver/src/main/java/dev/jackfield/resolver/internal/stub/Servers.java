package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.Question;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is: all servers in order, as many rounds as there are attempts. Who did not answer is asked again in the
 * next round, because datagrams get lost; who did, if only to refuse, is not.
 */
final class Servers {
    private final List<Server> all;
    private final Duration timeout;
    private final Health health;
    private final StringBuilder story = new StringBuilder();
    private int turnsLeft;
    private int next;
    private boolean anyFailed;
    private boolean anySilent;

    /** One server, as one question sees it. */
    static final class Server {
        private final InetSocketAddress address;
        private boolean takesEdns = true;
        private boolean struckOff;

        private Server(InetSocketAddress address) {
            this.address = address;
        }

        InetSocketAddress address() {
            return address;
        }

        boolean takesEdns() {
            return takesEdns;
        }

        void withoutEdns() {
            takesEdns = false;
        }
    }

    /**
     * The servers of a question.
     *
     * @param addresses in their order
     * @param attempts how many rounds
     * @param timeout what each may take, for the story
     * @param health is told who keeps silent, and who does not
     */
    Servers(List<InetSocketAddress> addresses, int attempts, Duration timeout, Health health) {
        all = new ArrayList<>(addresses.size());
        for (InetSocketAddress address : addresses) {
            all.add(new Server(address));
        }
        turnsLeft = attempts * all.size();
        this.timeout = timeout;
        this.health = health;
    }

    /** Whom to ask now, or null if everybody has had all turns. */
    Server next() {
        for (; turnsLeft > 0; turnsLeft--) {
            Server server = all.get(next);
            next = (next + 1) % all.size();
            if (!server.struckOff) {
                turnsLeft--;
                return server;
            }
        }
        return null;
    }

    void timedOut(Server server) {
        anySilent = true;
        health.silent(server.address);
        tell(server, "no answer within " + timeout.toMillis() + " ms");
    }

    void unreachable(Server server, String why) {
        server.struckOff = true;
        tell(server, why);
    }

    void failed(Server server, String why) {
        server.struckOff = true;
        anyFailed = true;
        tell(server, why);
    }

    /** The end of the story. */
    Answer.Failed failure(Question question) {
        Reason reason = anyFailed ? Reason.SERVER_FAILED : anySilent ? Reason.TIMEOUT : Reason.UNAVAILABLE;
        String asked = "No name server answered for " + question.name();
        return new Answer.Failed(reason, story.isEmpty() ? asked + ": none is known" : asked + story);
    }

    private void tell(Server server, String what) {
        story.append(story.isEmpty() ? ": " : "; ")
                .append(server.address.getAddress().getHostAddress())
                .append(" port ")
                .append(server.address.getPort())
                .append(": ")
                .append(what);
    }
}
