package dev.jackfield.itest.peers;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import dev.jackfield.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.testing.framework.ClientPOJOAdapter;

/** Our client, as the tests of Apache HttpComponents want a client to be. */
final class FrameworkAdapter extends ClientPOJOAdapter {
    private final HttpClient client;
    private int executed;

    FrameworkAdapter(HttpClient client) {
        this.client = client;
    }

    /** How many requests were made. */
    int executed() {
        return executed;
    }

    @Override
    public String getClientName() {
        return "Jackfield";
    }

    /** We speak HTTP/1.1 and nothing older. */
    @Override
    public String checkRequestSupport(Map<String, Object> request) {
        Object version = request.getOrDefault(PROTOCOL_VERSION, HttpVersion.HTTP_1_1);
        return version.equals(HttpVersion.HTTP_1_1) ? null : version + " is not spoken";
    }

    @Override
    public Map<String, Object> execute(String base, Map<String, Object> wanted) throws Exception {
        executed++;
        String path = base + wanted.get(PATH);
        StringJoiner query = new StringJoiner("&", path.contains("?") ? "&" : "?", "").setEmptyValue("");
        texts(wanted.get(QUERY)).forEach((name, value) -> query.add(name + "=" + escaped(value)));
        Request request =
                Request.of(wanted.get(METHOD).toString(), path + query).withRedirects(Redirects.NONE);
        for (Map.Entry<String, String> field : texts(wanted.get(HEADERS)).entrySet()) {
            request = request.withHeader(field.getKey(), field.getValue());
        }
        if (wanted.get(BODY) != null) {
            request = request.withBody(RequestBody.of(wanted.get(BODY).toString()));
            if (wanted.get(CONTENT_TYPE) != null) {
                request = request.withHeader(
                        "Content-Type", wanted.get(CONTENT_TYPE).toString());
            }
        }
        return told(client.send(request).get(20, TimeUnit.SECONDS));
    }

    private static Map<String, Object> told(Response response) {
        Map<String, String> fields = new HashMap<>();
        response.headers().forEach(fields::put);
        Map<String, Object> told = new HashMap<>();
        told.put(STATUS, response.status());
        told.put(HEADERS, fields);
        told.put(BODY, response.text());
        told.put(CONTENT_TYPE, response.headers().first("content-type").orElse(null));
        return told;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> texts(Object map) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> texts.put(name.toString(), value.toString()));
        }
        return texts;
    }
}
