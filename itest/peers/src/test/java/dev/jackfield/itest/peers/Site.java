package dev.jackfield.itest.peers;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A server with the same things to be had as with all the others, as far as it can.
 *
 * @param url of a path that begins with a slash
 * @param traits what it can do
 * @param server to be closed
 */
record Site(UnaryOperator<String> url, Set<Trait> traits, Closeable server) implements Closeable {
    static final byte[] FILE = random(64 * 1024);
    static final byte[] LARGE = random(5 * 1024 * 1024);
    static final byte[] TEXT =
            "All work and no play makes a dull text. ".repeat(2000).getBytes();
    /** httpd hands over the whole body before it takes anything, so nothing may be said before all is heard. */
    private static final String ECHO = """
            body=$(mktemp)
            cat > "$body"
            printf 'X-Method: %s\\nContent-Type: application/octet-stream\\n\\n' "$REQUEST_METHOD"
            cat "$body"
            rm "$body"
            """;

    private static final String WRONG = "printf 'Status: 500 Wrong\\nContent-Type: text/x\\n\\nwrong'\n";
    private static final String NOTHING = "printf 'Status: 204 Nothing\\n\\n'\n";
    private static final String CHUNKED = "printf 'Content-Type: text/x\\n\\none '\nprintf 'two three'\n";

    /** Which server. */
    enum Kind {
        NGINX,
        HTTPD,
        LIGHTTPD,
        NODE,
        PYTHON_10,
        PYTHON_11,
        JDK
    }

    /** What not all of them can do. */
    enum Trait {
        RANGES,
        CONDITIONS,
        FOLDERS,
        SCRIPTS,
        GZIP,
        TRAILERS,
        HINTS,
        KEEPS
    }

    static boolean installed(Kind kind) {
        return switch (kind) {
            case NGINX -> Nginx.installed();
            case HTTPD -> Httpd.installed();
            case LIGHTTPD -> Lighttpd.installed();
            case NODE -> NodeServer.installed();
            case PYTHON_10, PYTHON_11 -> PythonServer.installed();
            case JDK -> true;
        };
    }

    static Site start(Kind kind) throws IOException {
        return switch (kind) {
            case NGINX -> nginx();
            case HTTPD -> {
                Httpd httpd = Httpd.start(scripts());
                Set<Trait> traits = EnumSet.of(
                        Trait.RANGES, Trait.CONDITIONS, Trait.FOLDERS, Trait.SCRIPTS, Trait.GZIP, Trait.KEEPS);
                yield new Site(path -> httpd.url(script(path)), traits, httpd::close);
            }
            case LIGHTTPD -> {
                Lighttpd lighttpd = Lighttpd.start(scripts());
                Set<Trait> traits =
                        EnumSet.of(Trait.RANGES, Trait.CONDITIONS, Trait.FOLDERS, Trait.SCRIPTS, Trait.KEEPS);
                yield new Site(path -> lighttpd.url(script(path)), traits, lighttpd::close);
            }
            case NODE -> {
                NodeServer node = NodeServer.start(files());
                Set<Trait> traits = EnumSet.of(Trait.SCRIPTS, Trait.GZIP, Trait.TRAILERS, Trait.HINTS, Trait.KEEPS);
                yield new Site(node::url, traits, node::close);
            }
            case PYTHON_10 -> {
                PythonServer python = PythonServer.start("HTTP/1.0", files());
                yield new Site(python::url, EnumSet.of(Trait.FOLDERS), python::close);
            }
            case PYTHON_11 -> {
                PythonServer python = PythonServer.start("HTTP/1.1", files());
                yield new Site(python::url, EnumSet.of(Trait.FOLDERS, Trait.KEEPS), python::close);
            }
            case JDK -> {
                JdkServer jdk = new JdkServer(files());
                yield new Site(jdk::url, EnumSet.of(Trait.SCRIPTS, Trait.KEEPS), jdk::close);
            }
        };
    }

    String url(String path) {
        return url.apply(path);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Site nginx() throws IOException {
        EchoServer echo = new EchoServer();
        Nginx nginx =
                Nginx.start("types { text/plain txt; } gzip_types text/plain;", """
                gzip on;
                index index.html;
                client_max_body_size 20m;
                location = /moved { return 302 /file; }
                location = /nothing { return 204; }
                location = /wrong { return 500; }
                location = /chunked { ssi on; ssi_types *; try_files /text.txt =404; }
                location = /echo { proxy_pass http://127.0.0.1:%d/; }
                """.formatted(echo.port()), files());
        Set<Trait> traits =
                EnumSet.of(Trait.RANGES, Trait.CONDITIONS, Trait.FOLDERS, Trait.SCRIPTS, Trait.GZIP, Trait.KEEPS);
        return new Site(nginx::url, traits, () -> {
            nginx.close();
            echo.close();
        });
    }

    private static String script(String path) {
        return Set.of("/echo", "/wrong", "/nothing", "/chunked").contains(path) ? path + ".cgi" : path;
    }

    private static Map<String, byte[]> files() {
        return Map.of("file", FILE, "large", LARGE, "empty", new byte[0], "text.txt", TEXT, "folder/index.html", TEXT);
    }

    private static Map<String, byte[]> scripts() {
        Map<String, byte[]> all = new HashMap<>(files());
        Map.of("echo.cgi", ECHO, "wrong.cgi", WRONG, "nothing.cgi", NOTHING, "chunked.cgi", CHUNKED)
                .forEach((name, script) -> all.put(name, ("#!/bin/sh\n" + script).getBytes()));
        return all;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
