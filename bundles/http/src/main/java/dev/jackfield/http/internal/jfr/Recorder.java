package dev.jackfield.http.internal.jfr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.ValueDescriptor;

/**
 * One kind of event. The recorder makes the class for it: classes of ours it would rewrite so that they need packages which
 * a bundle cannot import.
 *
 * <p><i>Thread-safe.</i>
 */
final class Recorder {
    /** What the recorder takes for a time span that is not there. */
    private static final long ABSENT = Long.MIN_VALUE;

    private static volatile boolean ended;

    /** Those that are registered. */
    private static final Map<Recorder, EventFactory> REGISTERED = new ConcurrentHashMap<>();

    private final List<AnnotationElement> annotations;
    private final List<ValueDescriptor> fields;

    /** Begins with the name of a kind, which recordings ask for. */
    static final class Fields {
        private final List<ValueDescriptor> fields = new ArrayList<>();

        Fields text(String name, String description) {
            return field(String.class, name, description);
        }

        Fields number(String name, String description) {
            return field(long.class, name, description);
        }

        Fields flag(String name, String description) {
            return field(boolean.class, name, description);
        }

        /** In nanoseconds, as {@link Recorder#span} has them. */
        Fields span(String name, String description) {
            return field(long.class, name, description, new AnnotationElement(Timespan.class, Timespan.NANOSECONDS));
        }

        /** In milliseconds since the epoch. */
        Fields time(String name, String description) {
            return field(
                    long.class,
                    name,
                    description,
                    new AnnotationElement(Timestamp.class, Timestamp.MILLISECONDS_SINCE_EPOCH));
        }

        private Fields field(Class<?> type, String name, String description, AnnotationElement... more) {
            List<AnnotationElement> annotations = new ArrayList<>(List.of(more));
            annotations.add(new AnnotationElement(Description.class, description));
            fields.add(new ValueDescriptor(type, name, annotations));
            return this;
        }
    }

    Recorder(String name, String label, String description, Fields fields) {
        this.annotations = List.of(
                new AnnotationElement(Name.class, "dev.jackfield." + name),
                new AnnotationElement(Label.class, label),
                new AnnotationElement(Description.class, description),
                new AnnotationElement(Category.class, new String[] {"Jackfield"}),
                new AnnotationElement(Enabled.class, false),
                new AnnotationElement(StackTrace.class, false));
        this.fields = List.copyOf(fields.fields);
    }

    /** What did not happen is absent, which tools show as "N/A". */
    static long span(long nanos) {
        return nanos < 0 ? ABSENT : nanos;
    }

    /** Whether there may be a recording. */
    static boolean records() {
        return !ended && FlightRecorder.isInitialized();
    }

    /** Once it has ended, no kind of event stays registered, and none is registered anew. */
    static void ended(boolean now) {
        ended = now;
        if (now) {
            forget();
        }
    }

    /** The recorder would keep the kinds of events of a bundle that was refreshed, beside those of the new one. */
    private static void forget() {
        REGISTERED.keySet().forEach(kind -> {
            EventFactory events = REGISTERED.remove(kind);
            if (events != null) {
                events.unregister();
            }
        });
    }

    boolean on() {
        return events().getEventType().isEnabled();
    }

    /** Records values, in the order of the fields. */
    void tell(Object... values) {
        Event event = events().newEvent();
        for (int at = 0; at < values.length; at++) {
            event.set(at, values[at]);
        }
        event.commit();
    }

    private EventFactory events() {
        EventFactory known = REGISTERED.get(this);
        if (known == null) {
            known = REGISTERED.computeIfAbsent(this, kind -> EventFactory.create(annotations, fields));
            if (ended) {
                // Meanwhile.
                forget();
            }
        }
        return known;
    }
}
