package dev.jackfield.itest.bench.features;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.http.Request;
import dev.jackfield.itest.bench.Jackfield;
import dev.jackfield.itest.bench.Jackfield.Sending;
import dev.jackfield.itest.bench.RemoteLoad;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One thing more that a request may want than to be sent and answered. */
enum Feature {
    plain("the same request again and again", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url));
        }
    },
    fresh("each request made anew", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.fresh(url);
        }
    },
    header("a field of its own", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withHeader("Accept", "text/plain"));
        }
    },
    session("a session of its own", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withSession("mine"));
        }
    },
    deadline("a deadline", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withDeadline(Duration.ofSeconds(30)));
        }
    },
    emptyJar("a jar with nothing in it", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withCookies(MemoryJar.create()));
        }
    },
    oneCookie("a jar with one cookie for it", Site.SMALL) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withCookies(jar()));
        }
    },
    setCookie("a jar, and an answer with a cookie", Site.SETTING) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withCookies(MemoryJar.create()));
        }
    },
    sink("the body into a sink", Site.SMALL) {
        @Override
        Sending sending(String url) {
            Request request = Request.get(url);
            return (client, completion) -> client.send(request, part -> true, completion);
        }
    },
    coded("a gzip body, as it comes", Site.CODED) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withHeader("Accept-Encoding", "gzip"));
        }
    },
    decoded("a gzip body, decoded", Site.CODED) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url).withDecoding(true));
        }
    },
    redirect("a redirect, followed: two requests", Site.MOVED) {
        @Override
        Sending sending(String url) {
            return Sending.again(Request.get(url));
        }
    };

    private final String words;
    private final String path;

    Feature(String words, String path) {
        this.words = words;
        this.path = path;
    }

    abstract Sending sending(String url);

    /** What it is. */
    String words() {
        return words;
    }

    /** In a JVM of its own. */
    RemoteLoad start(Site site, int connections) throws IOException {
        return RemoteLoad.start(Feature.class, name(), site.url(path), Integer.toString(connections));
    }

    /** Arguments: feature, URL, connections. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Sending sending = valueOf(arguments[0]).sending(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        RemoteLoad.serve(new Jackfield(Panel.open(), sending, connections));
    }

    private static CookieJar jar() {
        Instant now = Instant.now();
        MemoryJar jar = MemoryJar.create();
        jar.add(new Cookie(
                "id",
                "0123456789abcdef",
                "127.0.0.1",
                true,
                "/",
                Optional.empty(),
                false,
                false,
                SameSite.DEFAULT,
                false,
                now,
                now));
        return jar;
    }
}
