package dev.jackfield.itest.osgi;

import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Clients;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All clients, a line for each: user, name, number of open connections and what each of them does. */
@Component(service = Supplier.class)
@Probe("clients")
public final class ClientsProbe implements Supplier<String> {
    private final Clients clients;

    /** With what knows them all. */
    @Activate
    public ClientsProbe(@Reference Clients clients) {
        this.clients = clients;
    }

    @Override
    public String get() {
        return clients.read().join().stream().map(ClientsProbe::line).collect(Collectors.joining("\n"));
    }

    private static String line(ClientReading client) {
        return client.user() + " '" + client.name() + "' " + client.readings().connections() + " "
                + client.wires().stream()
                        .map(wire -> wire.state().name())
                        .sorted()
                        .toList();
    }
}
