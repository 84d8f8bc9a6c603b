package dev.jackfield.shell.internal.osgi;

import dev.jackfield.shell.internal.demo.Swaps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Swaps with a bundle that is only there for them. */
record StandInBundle(Swaps swaps, Bundle bundle) implements Swaps {
    static final String NAME = "dev.jackfield.demo.standin";

    private static final String CLASS = StandIn.class.getName().replace('.', '/') + ".class";

    /** Of two demos each would stop what the other has started, and leave nothing that connects. */
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    /**
     * Installed, not started. If it is there from a demo that was cut off, it is made anew.
     *
     * @throws IOException if that fails, or another demo has not ended yet
     */
    static Bundle install(BundleContext context) throws IOException {
        if (!TAKEN.compareAndSet(false, true)) {
            throw new IOException(
                    "Another demo is running here and swaps the same bundles: expected to be the only one");
        }
        boolean well = false;
        try {
            Bundle bundle = context.installBundle(NAME, new ByteArrayInputStream(jar()));
            if (bundle.getBundleContext() != null) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
            bundle.update(new ByteArrayInputStream(jar()));
            well = true;
            return bundle;
        } catch (BundleException e) {
            throw new IOException("Cannot install " + NAME + ": " + e.getMessage(), e);
        } finally {
            if (!well) {
                TAKEN.set(false);
            }
        }
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, NAME);
        headers.putValue(Constants.BUNDLE_NAME, "Jackfield stand-in, while the demo runs");
        headers.putValue(Constants.BUNDLE_ACTIVATOR, StandIn.class.getName());
        headers.putValue(
                Constants.IMPORT_PACKAGE,
                "org.osgi.framework,dev.jackfield.address,dev.jackfield.connector,dev.jackfield.connector.plain,"
                        + "dev.jackfield.loop,dev.jackfield.resolver");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream code = StandIn.class.getClassLoader().getResourceAsStream(CLASS)) {
            jar.putNextEntry(new ZipEntry(CLASS));
            code.transferTo(jar);
        }
        return bytes.toByteArray();
    }

    @Override
    public void swap() throws IOException, InterruptedException {
        swaps.swap();
    }

    @Override
    public List<String> sockets() {
        return swaps.sockets();
    }

    @Override
    public int inUse() {
        return swaps.inUse();
    }

    @Override
    public void close() throws IOException {
        try {
            swaps.close();
        } finally {
            uninstall(bundle);
        }
    }

    /** Makes room for the next demo. */
    static void uninstall(Bundle bundle) throws IOException {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw new IOException("Cannot uninstall " + NAME + ": " + e.getMessage(), e);
        } finally {
            TAKEN.set(false);
        }
    }
}
