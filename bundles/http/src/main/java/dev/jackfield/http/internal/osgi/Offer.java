package dev.jackfield.http.internal.osgi;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.internal.Terms;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * One service: each bundle that takes it has a client of its own, until it gives the service back or stops. The framework
 * counts how often a bundle takes it. <i>Thread-safe.</i>
 */
final class Offer implements ServiceFactory<HttpClient>, AutoCloseable {
    /** Whoever asks for any client shall get the one without a name. */
    private static final int RANKING_OF_NAMED = -1000;

    private final Fittings fittings;
    private final Roll roll;
    private final Map<HttpClient, Member> members = new ConcurrentHashMap<>();
    private volatile String name;
    private Terms terms;
    private Optional<ServiceRegistration<?>> registration = Optional.empty();

    /** Nobody sees it until it is registered. The name may be empty. */
    Offer(String name, Terms terms, Fittings fittings, Roll roll) {
        this.name = name;
        this.terms = terms;
        this.fittings = fittings;
        this.roll = roll;
    }

    Offer register(BundleContext context) {
        registration = Optional.of(context.registerService(HttpClient.class, this, properties()));
        return this;
    }

    String name() {
        return name;
    }

    @Override
    public HttpClient getService(Bundle user, ServiceRegistration<HttpClient> service) {
        Member member;
        synchronized (this) {
            member = new Member(this, user, fittings, terms);
            members.put(member.client(), member);
        }
        roll.enter(member);
        return member.client();
    }

    @Override
    public void ungetService(Bundle user, ServiceRegistration<HttpClient> service, HttpClient client) {
        Member member = members.remove(client);
        roll.leave(member);
        member.close();
    }

    /** Other terms for all who have it, and for those to come; then whoever follows the registry hears of it. */
    void change(String otherName, String pid, Map<String, Object> config) {
        synchronized (this) {
            terms = terms.changed(pid, config, System.getenv());
            members.values().forEach(member -> member.use(terms));
            name = otherName;
        }
        registration.ifPresent(service -> service.setProperties(properties()));
        roll.changed();
    }

    /** Takes it away from everybody. */
    @Override
    public void close() {
        registration.ifPresent(ServiceRegistration::unregister);
    }

    /** Nothing of the configuration is among them: there may be a password in it. */
    private Hashtable<String, Object> properties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        if (!name.isEmpty()) {
            properties.put(HttpClient.NAME, name);
            properties.put(Constants.SERVICE_RANKING, RANKING_OF_NAMED);
        }
        return properties;
    }
}
