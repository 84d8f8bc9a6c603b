package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.anyevent.HttpParameters;
import dev.jackfield.anyevent.HttpProxy;
import java.util.Map;

/**
 * The options of one of {@code in.requests}.
 *
 * @param wish method, URL and options
 */
record Wishes(JsonObject wish) {

    /**
     * As parameters.
     *
     * @throws IllegalArgumentException if an option is refused
     */
    HttpParameters over(HttpParameters basics) {
        HttpParameters parameters = headers(basics);
        if (wish.has("body") && !wish.get("body").isJsonNull()) {
            parameters = parameters.withBody(Octets.of(wish.get("body").getAsString()));
        }
        if (wish.has("recurse")) {
            parameters = parameters.withRecurse(wish.get("recurse").getAsInt());
        }
        if (wish.has("timeout")) {
            parameters = parameters.withTimeout(wish.get("timeout").getAsDouble());
        }
        if (wish.has("proxy")) {
            parameters = parameters.withProxy(proxy(wish.get("proxy")));
        }
        if (wish.has("persistent")) {
            parameters = parameters.withPersistent(is("persistent"));
        }
        if (wish.has("keepalive")) {
            parameters = parameters.withKeepalive(is("keepalive"));
        }
        if (wish.has("session")) {
            parameters = parameters.withSessionid(wish.get("session").getAsString());
        }
        if (wish.has("tls_ctx")) {
            parameters = parameters.withTlsCtx(profile(wish.get("tls_ctx")));
        }
        return parameters.withWantBodyHandle(wish.has("want_body_handle") && is("want_body_handle"));
    }

    private HttpParameters headers(HttpParameters basics) {
        HttpParameters parameters = basics;
        if (wish.has("headers")) {
            for (Map.Entry<String, JsonElement> header :
                    wish.getAsJsonObject("headers").entrySet()) {
                parameters = header.getValue().isJsonNull()
                        ? parameters.withoutHeader(header.getKey())
                        : parameters.withHeader(
                                header.getKey(), header.getValue().getAsString());
            }
        }
        return parameters;
    }

    private boolean is(String option) {
        return wish.get(option).getAsInt() != 0;
    }

    private static HttpProxy proxy(JsonElement proxy) {
        if (proxy.isJsonNull()) {
            return HttpProxy.NONE;
        }
        JsonArray parts = proxy.getAsJsonArray();
        String scheme = parts.size() > 2 ? parts.get(2).getAsString() : "http";
        return HttpProxy.of(parts.get(0).getAsString(), parts.get(1).getAsInt(), scheme);
    }

    private static String profile(JsonElement context) {
        if (context.isJsonPrimitive()) {
            return context.getAsString();
        }
        String authority = context.getAsJsonObject().get("ca_file").getAsString();
        return authority.startsWith("other") ? Certificates.OTHER_CA : Certificates.CA;
    }
}
