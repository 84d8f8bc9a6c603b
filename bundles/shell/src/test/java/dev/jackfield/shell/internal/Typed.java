package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.shell.internal.demo.PanelSwaps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What came of a command line that somebody typed. */
record Typed(int status, byte[] octets, String err) {

    static Typed line(String... arguments) {
        return with(new byte[0], arguments);
    }

    static Typed with(byte[] in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Typed result = into(out, new ByteArrayInputStream(in), arguments);
        return new Typed(result.status(), out.toByteArray(), result.err());
    }

    static Typed into(OutputStream out, InputStream in, String... arguments) {
        return into(Map.of(), out, in, arguments);
    }

    /** In an environment. */
    static Typed in(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Typed result = into(environment, out, new ByteArrayInputStream(new byte[0]), arguments);
        return new Typed(result.status(), out.toByteArray(), result.err());
    }

    private static Typed into(Map<String, String> environment, OutputStream out, InputStream in, String... arguments) {
        Panel panel = Panel.open();
        Fittings fittings = new Fittings(
                ClientOptions::defaults,
                () -> panel,
                Resolvers::standard,
                PanelSwaps::on,
                Optional.empty(),
                environment);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = Shell.run(fittings, new Streams(in, out, printer), arguments);
        return new Typed(status, new byte[0], err.toString(StandardCharsets.UTF_8));
    }

    String out() {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
