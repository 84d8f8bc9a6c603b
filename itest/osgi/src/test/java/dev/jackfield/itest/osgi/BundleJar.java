package dev.jackfield.itest.osgi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a jar says about itself, to a framework and to the module system. */
record BundleJar(Path path) {

    /** A service and the class behind it. */
    record Provided(String service, String provider) implements Comparable<Provided> {
        @Override
        public int compareTo(Provided other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * A class, the number of parameters of the constructor to use, what it is offered as, with which properties, and what it is
     * configured by.
     */
    record Component(
            String type, int parameters, List<Provided> provides, Map<String, String> properties, List<String> pids) {}

    String header(String name) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            String value = jar.getManifest().getMainAttributes().getValue(name);
            return value == null ? "" : value;
        }
    }

    /** The names in a header of clauses, without attributes. */
    List<String> names(String header) throws IOException {
        // Commas inside quotes belong to version ranges and uses lists.
        return Pattern.compile("(?:[^,\"]|\"[^\"]*\")+")
                .matcher(header(header))
                .results()
                .map(clause -> clause.group().replaceFirst(";.*", "").strip())
                .toList();
    }

    ModuleDescriptor module() throws IOException {
        try (JarFile jar = new JarFile(path.toFile());
                InputStream in = jar.getInputStream(jar.getEntry("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    /** For the module path. */
    Set<Provided> moduleProvides() throws IOException {
        Set<Provided> all = new TreeSet<>();
        for (ModuleDescriptor.Provides provides : module().provides()) {
            provides.providers().forEach(provider -> all.add(new Provided(provides.service(), provider)));
        }
        return all;
    }

    /** For the class path. */
    Set<Provided> metaInfServices() throws IOException {
        Set<Provided> all = new TreeSet<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (ZipEntry entry : entries(jar, "META-INF/services/", "")) {
                String service = entry.getName().substring("META-INF/services/".length());
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
                    lines.lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(provider -> all.add(new Provided(service, provider)));
                }
            }
        }
        return all;
    }

    /** For Declarative Services. */
    List<Component> components() throws Exception {
        List<Component> all = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (ZipEntry entry : entries(jar, "OSGI-INF/dev.jackfield.", ".xml")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    all.add(component(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getDocumentElement()));
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }

    private static List<ZipEntry> entries(JarFile jar, String prefix, String suffix) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry ->
                        entry.getName().startsWith(prefix) && entry.getName().endsWith(suffix))
                .map(ZipEntry.class::cast)
                .toList();
    }

    private static Component component(Element xml) {
        String type = attributes(xml, "implementation", "class").get(0);
        String parameters = xml.getAttribute("init");
        return new Component(
                type,
                parameters.isEmpty() ? 0 : Integer.parseInt(parameters),
                attributes(xml, "provide", "interface").stream()
                        .map(service -> new Provided(service, type))
                        .toList(),
                properties(xml),
                pids(xml.getAttribute("configuration-pid")));
    }

    private static List<String> pids(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Map<String, String> properties(Element component) {
        List<String> names = attributes(component, "property", "name");
        List<String> values = attributes(component, "property", "value");
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            properties.put(names.get(i), values.get(i));
        }
        return properties;
    }

    private static List<String> attributes(Element component, String tag, String attribute) {
        NodeList elements = component.getElementsByTagName(tag);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            values.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return values;
    }
}
