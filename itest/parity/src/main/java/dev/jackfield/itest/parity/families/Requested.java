package dev.jackfield.itest.parity.families;

import com.google.gson.JsonObject;
import dev.jackfield.address.HostName;
import dev.jackfield.address.IpAddress;
import dev.jackfield.cookies.CookieContext;
import java.util.Locale;

/** Where a request goes, from vectors that tell it in parts or by a URL, in the form in which jars want it. */
final class Requested {
    private Requested() {}

    static CookieContext from(JsonObject step) {
        return of(
                step.get("scheme").getAsString(),
                step.get("host").getAsString(),
                step.get("path").getAsString());
    }

    static CookieContext from(String url) {
        int begin = url.indexOf("://") + 3;
        int end = begin;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String host = url.substring(begin, end).replaceFirst(":[0-9]+$", "");
        return of(url.substring(0, begin - 3), host.replaceAll("[\\[\\]]", ""), url.substring(end));
    }

    private static CookieContext of(String scheme, String host, String target) {
        String path = target.replaceFirst("[?#].*", "");
        return new CookieContext(scheme.equals("https"), host(host), path.isEmpty() ? "/" : path);
    }

    private static String host(String host) {
        return IpAddress.parse(host)
                .map(IpAddress::toString)
                .or(() -> HostName.parse(host).map(name -> name.text().replaceFirst("\\.$", "")))
                .orElseGet(() -> host.toLowerCase(Locale.ROOT));
    }
}
