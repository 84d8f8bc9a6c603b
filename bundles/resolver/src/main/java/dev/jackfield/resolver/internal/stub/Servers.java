package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.Question;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is: all servers in order, as many rounds as there are timeouts. Who did not answer is asked again in the
 * next round, because datagrams get lost; who did, if only to refuse, is not.
 */
final class Servers {
    private final List<Server> all;
    private final List<Duration> timeouts;
    private final Health health;
    private final StringBuilder story = new StringBuilder();
    private int turns;
    private Duration patience = Duration.ZERO;
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
     * @param timeouts what each may take, round by round
     * @param health is told who keeps silent, and who does not
     */
    Servers(List<InetSocketAddress> addresses, List<Duration> timeouts, Health health) {
        all = new ArrayList<>(addresses.size());
        for (InetSocketAddress address : addresses) {
            all.add(new Server(address));
        }
        this.timeouts = timeouts;
        this.health = health;
    }

    /** Whom to ask now, or null if everybody has had all turns. */
    Server next() {
        while (turns < timeouts.size() * all.size()) {
            Server server = all.get(turns % all.size());
            patience = timeouts.get(turns / all.size());
            turns++;
            if (!server.struckOff) {
                return server;
            }
        }
        return null;
    }

    /** How long to wait for the one whose turn it is. */
    Duration patience() {
        return patience;
    }

    void timedOut(Server server) {
        anySilent = true;
        health.silent(server.address);
        tell(server, "no answer within " + patience.toMillis() + " ms");
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
