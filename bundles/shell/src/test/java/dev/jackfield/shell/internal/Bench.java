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
import java.io.InputStream;
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
        return with(new ByteArrayInputStream(new byte[0]), arguments);
    }

    Typed with(InputStream in, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Typed typed = with(in, new PrintStream(err, true, StandardCharsets.UTF_8), arguments);
        return new Typed(typed.status(), typed.octets(), err.toString(StandardCharsets.UTF_8));
    }

    Typed with(InputStream in, PrintStream err, String... arguments) {
        Fittings fittings = new Fittings(
                ClientOptions::defaults,
                () -> panel,
                Resolvers::standard,
                PanelSwaps::on,
                Optional.of(new Framework(cords, () -> clients, () -> jar)),
                Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Shell.run(fittings, new Streams(in, out, err), arguments);
        return new Typed(status, out.toByteArray(), "");
    }

    @Override
    public void close() {
        cords.close();
    }
}
