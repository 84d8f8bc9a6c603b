package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Clients;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.shell.internal.cords.Cords;
import dev.jackfield.shell.internal.demo.PanelSwaps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A panel that outlives the command lines that work on it, as in a framework. */
final class Bench implements AutoCloseable {
    final Panel panel = Panel.open();
    final Cords cords = new Cords(panel);
    Optional<Clients> clients = Optional.empty();
    Optional<CookieJar> jar = Optional.empty();

    Typed line(String... arguments) {
        Fittings fittings = new Fittings(
                ClientOptions::defaults,
                () -> panel,
                Resolvers::standard,
                PanelSwaps::new,
                Optional.of(new Framework(cords, () -> clients, () -> jar)),
                Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = Shell.run(fittings, new Streams(new ByteArrayInputStream(new byte[0]), out, printer), arguments);
        return new Typed(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        cords.close();
    }
}
