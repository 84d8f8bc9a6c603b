package dev.jackfield.anyevent.internal;

import dev.jackfield.anyevent.AcceptCallback;
import dev.jackfield.anyevent.AnyEvent;
import dev.jackfield.anyevent.ConnectCallback;
import dev.jackfield.anyevent.HttpCallback;
import dev.jackfield.anyevent.HttpParameters;
import dev.jackfield.anyevent.HttpSettings;
import dev.jackfield.anyevent.ListenCallback;
import dev.jackfield.anyevent.PrepareCallback;
import dev.jackfield.anyevent.Sockaddr;
import dev.jackfield.anyevent.SocketType;
import dev.jackfield.anyevent.internal.http.HttpRequests;
import dev.jackfield.anyevent.internal.http.ProxyUrls;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Resolver;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Over what is plugged in on a panel, and the resolver in use. */
@Component(service = AnyEvent.class)
public final class Patched implements AnyEvent {
    private static final String PLAIN = "plain";

    private final Loops loops;
    private final boolean ownLoops;
    private final Panel panel;
    private final Guards guards = new Guards();
    private final HttpRequests http;

    /** Dynamic, so that another resolver can be plugged in while names are looked up. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Resolver resolver;

    /** Loops of its own, and what {@link ServiceLoader} finds. */
    public Patched() {
        this(
                Loops.create(),
                true,
                Panel.open(),
                ServiceLoader.load(Resolver.class)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "Expected a provider of " + Resolver.class.getName() + " on the module or class path")),
                HttpSettings.defaults().withProxy(ProxyUrls.ofEnvironment(System.getenv())));
    }

    /** For Declarative Services. */
    @Activate
    public Patched(@Reference Loops loops, @Reference Panel panel) {
        this(loops, false, panel, null, HttpSettings.defaults());
    }

    private Patched(Loops loops, boolean ownLoops, Panel panel, Resolver resolver, HttpSettings settings) {
        this.loops = loops;
        this.ownLoops = ownLoops;
        this.panel = panel;
        this.resolver = resolver;
        this.http = new HttpRequests(loops, panel, settings);
    }

    /** Over loops, a panel and a resolver of others. */
    public static Patched over(Loops loops, Panel panel, Resolver resolver) {
        return new Patched(loops, false, panel, resolver, HttpSettings.defaults());
    }

    @Override
    public void inetAton(String nameOrAddress, Consumer<? super List<byte[]>> cb) {
        Lookups.aton(resolver, loops.of(nameOrAddress), nameOrAddress, cb);
    }

    @Override
    public void resolveSockaddr(
            String node,
            String service,
            String proto,
            int family,
            SocketType type,
            Consumer<? super List<Sockaddr>> cb) {
        Lookups.sockaddr(resolver, loops.of(node), node, service, proto, family, type, cb);
    }

    @Override
    public Guard tcpConnect(String host, String service, ConnectCallback connectCb, PrepareCallback prepareCb) {
        TcpConnect.Means means = new TcpConnect.Means(this::plain, () -> resolver, guards);
        return new TcpConnect(host, service, loops.of(host), means, connectCb, prepareCb).start();
    }

    @Override
    public Guard tcpServer(String host, String service, AcceptCallback acceptCb, ListenCallback prepareCb)
            throws IOException {
        return guards.keep(TcpServer.listen(host, service, loops.of(host + service), acceptCb, prepareCb));
    }

    @Override
    public Guard tcpBind(
            String host, String service, Consumer<? super ServerSocketChannel> doneCb, ListenCallback prepareCb)
            throws IOException {
        return guards.keep(TcpServer.bind(host, service, doneCb, prepareCb));
    }

    @Override
    public Guard httpRequest(String method, String url, HttpParameters parameters, HttpCallback cb) {
        return http.send(method, url, parameters, cb, guards::add, guards::remove);
    }

    @Override
    public HttpSettings httpSettings() {
        return http.settings();
    }

    @Override
    public void httpSettings(HttpSettings settings) {
        http.settings(settings);
    }

    @Override
    public void setProxy(String url) {
        http.proxy(ProxyUrls.parse(url));
    }

    @Override
    public int active() {
        return http.active();
    }

    /** Ends what was begun here. */
    @Override
    @Deactivate
    public void close() {
        guards.close();
        http.close();
        if (ownLoops) {
            loops.close();
        }
    }

    private Connector plain() {
        return panel.connector(PLAIN)
                .map(Plug::plugged)
                .orElseThrow(() -> new IllegalStateException("Nothing is plugged in as \"" + PLAIN + "\""));
    }
}
