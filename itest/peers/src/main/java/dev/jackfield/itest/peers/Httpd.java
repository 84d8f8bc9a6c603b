package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Apache httpd on a free loopback port, in a folder of its own that goes with it. */
public final class Httpd implements AutoCloseable {
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

    private final Running running;
    private final int port;

    private Httpd(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("apache2") && Files.isDirectory(MODULES);
    }

    /**
     * Starts one.
     *
     * @param files to serve, by name; what ends in {@code .cgi} is a script for the shell, and runs
     */
    public static Httpd start(Map<String, byte[]> files) throws IOException {
        Path home = Running.openFolder("httpd");
        Running.write(home.resolve("files"), files);
        for (String name : files.keySet()) {
            if (name.endsWith(".cgi")
                    && !home.resolve("files").resolve(name).toFile().setExecutable(true, false)) {
                throw new IOException("Expected to make " + name + " a program");
            }
        }
        int port = Running.freePort();
        Files.writeString(home.resolve("httpd.conf"), configuration(home, port));
        Running running = Running.start(
                home,
                "apache2",
                List.of("-D", "FOREGROUND", "-f", home.resolve("httpd.conf").toString()));
        running.await("httpd", () -> Running.accepts(port));
        return new Httpd(running, port);
    }

    /** The URL of a path that begins with a slash. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private static String configuration(Path home, int port) {
        boolean root = "root".equals(System.getProperty("user.name"));
        StringBuilder text = new StringBuilder();
        for (String module : List.of("mpm_event", "authz_core", "dir", "mime", "filter", "deflate", "alias", "cgid")) {
            text.append("LoadModule %s_module %s/mod_%s.so\n".formatted(module, MODULES, module));
        }
        return text + (root ? "User nobody\nGroup nogroup\n" : "") + """
                ServerRoot %1$s
                ServerName httpd.test
                PidFile %1$s/pid
                ScriptSock %1$s/script.sock
                DefaultRuntimeDir %1$s
                Mutex file:%1$s
                ErrorLog %1$s/error.log
                Listen 127.0.0.1:%2$d
                DocumentRoot %1$s/files
                TypesConfig /dev/null
                AddType text/plain .txt
                AddOutputFilterByType DEFLATE text/plain
                DirectoryIndex index.html
                Redirect 302 /moved /file
                KeepAlive On
                StartServers 1
                <Directory %1$s/files>
                  Require all granted
                  Options +ExecCGI
                  AddHandler cgi-script .cgi
                </Directory>
                """.formatted(home, port);
    }
}
