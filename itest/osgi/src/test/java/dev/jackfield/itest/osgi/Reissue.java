package dev.jackfield.itest.osgi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/** A bundle once more, under another version, as what its maker would release next, or another name. */
final class Reissue {
    private Reissue() {}

    static InputStream of(Path path, String version) throws IOException {
        return with(path, Constants.BUNDLE_VERSION, version);
    }

    /** The same under another name: somebody else's. */
    static InputStream named(Path path, String name) throws IOException {
        return with(path, Constants.BUNDLE_SYMBOLICNAME, name);
    }

    private static InputStream with(Path path, String header, String value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue(header, value);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                    ZipEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        jar.getInputStream(entry).transferTo(out);
                    }
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
