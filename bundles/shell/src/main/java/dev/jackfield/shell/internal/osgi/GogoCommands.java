package dev.jackfield.shell.internal.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.Clients;
import dev.jackfield.http.HttpClient;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.shell.Commands;
import dev.jackfield.shell.Completion;
import dev.jackfield.shell.internal.Fittings;
import dev.jackfield.shell.internal.Framework;
import dev.jackfield.shell.internal.Shell;
import dev.jackfield.shell.internal.Streams;
import dev.jackfield.shell.internal.cords.Cords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The commands as a service: for launchers, and for Gogo and Karaf, which find a public method for each function. None
 * of them is needed for that: no class of theirs is mentioned here.
 */
@Component(
        // Gogo gives a service back after each command; what an operator has plugged in has to stay.
        immediate = true,
        service = {Commands.class, ToIntFunction.class},
        property = {
            Commands.ROLE + "=" + Commands.COMMANDS,
            "osgi.command.scope=jackfield",
            "osgi.command.function=get",
            "osgi.command.function=head",
            "osgi.command.function=request",
            "osgi.command.function=download",
            "osgi.command.function=connect",
            "osgi.command.function=resolve",
            "osgi.command.function=explain",
            "osgi.command.function=panel",
            "osgi.command.function=plug",
            "osgi.command.function=unplug",
            "osgi.command.function=cookies",
            "osgi.command.function=demo"
        })
public final class GogoCommands implements Commands {
    private final Fittings fittings;

    /** Whose options every command begins with. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile HttpClient client;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Resolver resolver;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Clients clients;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile CookieJar jar;

    private final Optional<Cords> cords;

    /** For {@link java.util.ServiceLoader}. */
    public GogoCommands() {
        this.fittings = Fittings.standalone();
        this.cords = Optional.empty();
    }

    /**
     * For Declarative Services. The panel alone is needed all the time, for what an operator has plugged in there must not
     * go with anything else. What more a command needs, it asks for when it runs.
     *
     * @param panel what every command connects with
     */
    @Activate
    public GogoCommands(@Reference Panel panel) {
        Cords laid = new Cords(panel);
        Framework framework = new Framework(laid, () -> Optional.ofNullable(clients), () -> Optional.ofNullable(jar));
        this.cords = Optional.of(laid);
        this.fittings = new Fittings(
                () -> needed(client, HttpClient.class).options(),
                () -> panel,
                () -> needed(resolver, Resolver.class),
                BundleSwaps::on,
                Optional.of(framework),
                Map.of());
    }

    /** What an operator has plugged in goes with the commands that would unplug it. */
    @Deactivate
    void deactivate() {
        cords.ifPresent(Cords::close);
    }

    private static <T> T needed(T service, Class<T> type) {
        if (service == null) {
            throw new IllegalStateException("Expected a service of the type " + type.getName()
                    + ", got none; the bundle that offers it does not run");
        }
        return service;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        return Shell.run(fittings, Streams.ofThread(), arguments);
    }

    @Override
    public List<Completion> complete(List<String> words, int at) {
        return Shell.complete(fittings, words, at);
    }

    /** The function {@code jackfield:get}. */
    @Descriptor("Print the body of a URL, and nothing else")
    public void get(String... arguments) {
        run("get", arguments);
    }

    /** The function {@code jackfield:head}. */
    @Descriptor("Print the status line and the header fields of a URL")
    public void head(String... arguments) {
        run("head", arguments);
    }

    /** The function {@code jackfield:request}. */
    @Descriptor("Send a request of any method and print the body")
    public void request(String... arguments) {
        run("request", arguments);
    }

    /** The function {@code jackfield:download}. */
    @Descriptor("Fetch a URL into a file, and only the rest of it if a part is there already")
    public void download(String... arguments) {
        run("download", arguments);
    }

    /** The function {@code jackfield:connect}. */
    @Descriptor("Connect and join the connection with standard input and output, until the other side ends it")
    public void connect(String... arguments) {
        run("connect", arguments);
    }

    /** The function {@code jackfield:resolve}. */
    @Descriptor("Print where a name leads, one address a line, in the order in which they would be tried")
    public void resolve(String... arguments) {
        run("resolve", arguments);
    }

    /** The function {@code jackfield:explain}. */
    @Descriptor("Send a request as get does, and print what was done to get an answer")
    public void explain(String... arguments) {
        run("explain", arguments);
    }

    /** The function {@code jackfield:panel}. */
    @Descriptor("Print what is plugged in: * for what is in use, - for what was pulled")
    public void panel(String... arguments) {
        run("panel", arguments);
    }

    /** The function {@code jackfield:plug}. */
    @Descriptor("Lay a cord from a name on the panel to another, or put back what was unplugged")
    public void plug(String... arguments) {
        run("plug", arguments);
    }

    /** The function {@code jackfield:unplug}. */
    @Descriptor("Take out of use what is in use under a name on the panel")
    public void unplug(String... arguments) {
        run("unplug", arguments);
    }

    /** The function {@code jackfield:cookies}. */
    @Descriptor("Print what is in the jar that is plugged in, without the values, which may be secrets")
    public void cookies(String... arguments) {
        run("cookies", arguments);
    }

    /** The function {@code jackfield:demo}. */
    @Descriptor(
            "Send requests without pause to servers of our own, by TLS and by a SOCKS proxy, too; replace connector, resolver,"
                    + " TLS profile, SOCKS layer and cookie jar again and again, and count what gets lost: nothing")
    public void demo(String... arguments) {
        run("demo", arguments);
    }

    private void run(String command, String... arguments) {
        int status = applyAsInt(
                Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new));
        if (status != 0) {
            throw new CommandFailed(command, status);
        }
    }
}
