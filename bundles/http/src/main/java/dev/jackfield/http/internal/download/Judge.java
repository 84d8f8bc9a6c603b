package dev.jackfield.http.internal.download;

import dev.jackfield.cookies.HttpDate;
import dev.jackfield.http.ResponseHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what a response head means, given what was asked. */
final class Judge {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private Judge() {}

    static Verdict judge(Resumption asked, ResponseHead head) {
        boolean resuming = asked.offset() > 0;
        return switch (head.status()) {
            case 200 -> new Verdict.Take(head, 0, length(head), length(head));
            case 206 ->
                resuming
                        ? partial(asked, head)
                        : new Verdict.Never(head, answered(head) + ", and no part was asked for");
            case 412 -> resuming ? outdated(asked, head, answered(head)) : never(head);
            case 416 -> resuming ? unsatisfiable(asked, head) : never(head);
            case 500, 503 -> new Verdict.Later(head, answered(head));
            default -> never(head);
        };
    }

    /** When the server's copy was modified. */
    static Optional<Instant> modified(ResponseHead head) {
        return head.headers().first("Last-Modified").flatMap(HttpDate::parse);
    }

    private static Verdict partial(Resumption asked, ResponseHead head) {
        List<String> ranges = head.headers().all("Content-Range");
        String got = String.join(", ", ranges);
        Optional<ContentRange> parsed = ranges.size() == 1 ? ContentRange.parse(got) : Optional.empty();
        if (parsed.isEmpty() || parsed.get().first() != asked.offset()) {
            return new Verdict.Never(
                    head,
                    "Expected a Content-Range from octet " + asked.offset() + " on (RFC 9110 section 15.3.7), got "
                            + (ranges.isEmpty() ? "none" : "\"" + got + "\""));
        }
        // Those who know no conditions answer 206 for what has changed since.
        if (modified(head).filter(later -> later.isAfter(asked.modified())).isPresent()) {
            return outdated(
                    asked,
                    head,
                    "Last-Modified: " + head.headers().first("Last-Modified").orElseThrow());
        }
        ContentRange range = parsed.get();
        long length = length(head);
        if (length != ContentRange.NONE && length != range.end() - range.first()) {
            return new Verdict.Never(
                    head, "Expected as many octets as Content-Range says, \"" + got + "\", got " + length);
        }
        return new Verdict.Take(head, range.first(), range.end(), range.total());
    }

    private static Verdict outdated(Resumption asked, ResponseHead head, String got) {
        return new Verdict.Outdated(
                head, "Expected no change since " + HttpDate.format(asked.modified()) + ", got " + got);
    }

    private static Verdict unsatisfiable(Resumption asked, ResponseHead head) {
        Optional<String> range = head.headers().first("Content-Range");
        if (range.isEmpty() || total(range.get()) == asked.offset()) {
            return new Verdict.Complete(head);
        }
        return new Verdict.Never(
                head,
                "Expected the file to be as long as the server's, whose Content-Range is \"" + range.get() + "\", got "
                        + asked.offset() + " octets");
    }

    private static Verdict never(ResponseHead head) {
        return new Verdict.Never(head, answered(head));
    }

    private static String answered(ResponseHead head) {
        return ("the server answered " + head.status() + " " + head.reason()).stripTrailing();
    }

    private static long total(String contentRange) {
        return ContentRange.parse(contentRange).map(ContentRange::total).orElse(ContentRange.NONE);
    }

    /** What is sent in chunks has no length, whatever Content-Length says (RFC 9112 section 6.3). */
    private static long length(ResponseHead head) {
        return head.headers().has("Transfer-Encoding")
                ? ContentRange.NONE
                : head.headers()
                        .first("Content-Length")
                        .filter(text -> LENGTH.matcher(text).matches())
                        .map(Long::valueOf)
                        .orElse(ContentRange.NONE);
    }
}
