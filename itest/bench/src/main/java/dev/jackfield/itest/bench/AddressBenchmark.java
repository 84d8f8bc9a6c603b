package dev.jackfield.itest.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One reader and one family at a time, each in a JVM of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AddressBenchmark {
    /** One of {@link AddressTexts}. */
    @Param({"IPV4", "IPV6"})
    public String family;

    /** One of {@link AddressReader}. */
    @Param({"JACKFIELD", "JDK", "GUAVA", "IPADDRESS"})
    public String reader;

    private String[] texts;
    private AddressReader chosen;

    @Setup
    public void choose() {
        texts = AddressTexts.valueOf(family).texts().toArray(String[]::new);
        chosen = AddressReader.valueOf(reader);
    }

    @Benchmark
    @OperationsPerInvocation(AddressTexts.COUNT)
    public void read(Blackhole hole) throws Exception {
        for (String text : texts) {
            hole.consume(chosen.read(text));
        }
    }
}
