package dev.jackfield.itest.parity.families;

import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.internal.files.MachineFiles;
import dev.jackfield.resolver.internal.files.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One of the files that the resolver reads; the others are not there. */
final class OneFile {
    static final String HOSTS = "hosts";
    static final String RESOLV_CONF = "resolv.conf";

    private OneFile() {}

    static Tables read(String name, byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("parity");
        Path file = folder.resolve(name);
        try {
            Files.write(file, content);
            return MachineFiles.of(options(folder)).get();
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static ResolverOptions options(Path folder) {
        return new ResolverOptions(
                folder.resolve(HOSTS).toString(),
                List.of(),
                folder.resolve(RESOLV_CONF).toString(),
                folder.resolve("services").toString(),
                ResolverOptions.Order.HOSTS_FIRST,
                0,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
    }
}
