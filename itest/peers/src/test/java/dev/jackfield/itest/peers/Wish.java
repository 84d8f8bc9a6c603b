package dev.jackfield.itest.peers;

import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request, to be made in two ways: by our client and by curl.
 *
 * @param fields names and values in turn
 * @param chunked whether the body goes without a length
 * @param follow whether redirects are followed
 * @param decode whether a content coding is asked for and taken off
 * @param needs what the server must be able to do
 */
record Wish(
        String method,
        String path,
        List<String> fields,
        byte[] body,
        boolean chunked,
        boolean follow,
        boolean decode,
        Optional<Site.Trait> needs) {
    static Wish of(String method, String path) {
        return new Wish(method, path, List.of(), new byte[0], false, false, false, Optional.empty());
    }

    Wish with(String... more) {
        return new Wish(method, path, List.of(more), body, chunked, follow, decode, needs);
    }

    Wish sending(byte[] octets) {
        return new Wish(method, path, fields, octets, chunked, follow, decode, needs);
    }

    Wish inChunks() {
        return new Wish(method, path, fields, body, true, follow, decode, needs);
    }

    Wish following() {
        return new Wish(method, path, fields, body, chunked, true, decode, needs);
    }

    Wish decoded() {
        return new Wish(method, path, fields, body, chunked, follow, true, needs);
    }

    Wish where(Site.Trait trait) {
        return new Wish(method, path, fields, body, chunked, follow, decode, Optional.of(trait));
    }

    /** For our client. */
    Request request(Site site) {
        Request request = Request.of(method, site.url(path))
                .withHeader("User-Agent", "either")
                .withDecoding(decode)
                .withRedirects(follow ? Redirects.defaults() : Redirects.NONE);
        for (int i = 0; i < fields.size(); i += 2) {
            request = request.withHeader(fields.get(i), fields.get(i + 1));
        }
        if (chunked) {
            return request.withBody(RequestBody.of(() -> new ByteArrayInputStream(body)));
        }
        return body.length == 0 ? request : request.withBody(body);
    }

    /** For curl, without the body. */
    List<String> arguments(Site site) {
        List<String> all = new ArrayList<>(List.of("--http1.1", "--user-agent", "either", "--header", "Accept:"));
        all.addAll(List.of("--header", "Content-Type:"));
        if (method.equals("HEAD")) {
            all.add("--head");
        } else if (!method.equals(body.length > 0 ? "POST" : "GET")) {
            all.addAll(List.of("--request", method));
        }
        if (!fields.contains("Expect")) {
            all.addAll(List.of("--header", "Expect:"));
        }
        for (int i = 0; i < fields.size(); i += 2) {
            all.addAll(List.of("--header", fields.get(i) + ": " + fields.get(i + 1)));
        }
        if (chunked) {
            all.addAll(List.of("--header", "Transfer-Encoding: chunked"));
        }
        if (follow) {
            all.add("--location");
        }
        if (decode) {
            all.add("--compressed");
        }
        all.add(site.url(path));
        return all;
    }

    @Override
    public String toString() {
        return method + " " + path + (fields.isEmpty() ? "" : " " + fields)
                + (body.length == 0 ? "" : " with " + body.length + (chunked ? " octets in chunks" : " octets"))
                + (follow ? " followed" : "") + (decode ? " decoded" : "");
    }
}
