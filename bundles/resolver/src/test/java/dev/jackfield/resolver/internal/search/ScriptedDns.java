package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.RecordData;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Name servers that answer from a script, at once or when told to. Questions are like {@code a.test aaaa}. */
final class ScriptedDns implements Dns {
    final List<String> asked = new ArrayList<>();
    private final Map<String, Answer> script = new HashMap<>();
    private final Map<String, CompletableFuture<Answer>> waiting = new HashMap<>();
    private final List<String> silent = new ArrayList<>();
    boolean silentToAll;

    /** Addresses, or "priority weight port target" for SRV. */
    ScriptedDns with(String question, String... data) {
        String[] words = question.split(" ");
        RecordType type = RecordType.valueOf(words[1].toUpperCase(Locale.ROOT));
        DnsName owner = DnsName.of(words[0]);
        List<DnsRecord> records = Arrays.stream(data)
                .map(text -> new DnsRecord(owner, type.code(), DnsRecord.INTERNET, 60, data(type, text)))
                .toList();
        return with(question, new Answer.Found(records, 60, words[0]));
    }

    ScriptedDns with(String question, Answer answer) {
        script.put(question, answer);
        return this;
    }

    ScriptedDns failing(String question, Reason reason, String why) {
        return with(question, new Answer.Failed(reason, why));
    }

    /** Lets a question wait until {@link #answer}. */
    ScriptedDns silent(String... questions) {
        silent.addAll(Arrays.asList(questions));
        return this;
    }

    /** Answers by the script what has been waiting; to be called on the loop. */
    void answer(String question) {
        waiting.remove(question).complete(scripted(question));
    }

    boolean gaveUp(String question) {
        return waiting.get(question).isCancelled();
    }

    @Override
    public CompletableFuture<Answer> ask(Question question, ChannelLoop loop) {
        if (!loop.inLoop()) {
            throw new IllegalStateException("Expected to be asked on the loop");
        }
        String text = question.name() + " " + question.type().name().toLowerCase(Locale.ROOT);
        asked.add(text);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (silentToAll || silent.contains(text)) {
            waiting.put(text, answer);
        } else {
            loop.execute(() -> answer.complete(scripted(text)));
        }
        return answer;
    }

    private Answer scripted(String question) {
        Answer answer = script.get(question);
        // What is known by a name is known by its complete form.
        return answer != null ? answer : script.getOrDefault(question.replace(". ", " "), new Answer.NoSuchName(30));
    }

    private static RecordData data(RecordType type, String text) {
        return switch (type) {
            case A -> new RecordData.A(Ipv4.parse(text).orElseThrow());
            case AAAA -> new RecordData.Aaaa(Ipv6.parse(text).orElseThrow());
            case SRV -> {
                String[] words = text.split(" ", -1);
                yield new RecordData.Srv(
                        Integer.parseInt(words[0]),
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        words[3].equals(".") ? DnsName.ROOT : DnsName.of(words[3]));
            }
            default -> throw new IllegalArgumentException("No script for " + type);
        };
    }
}
