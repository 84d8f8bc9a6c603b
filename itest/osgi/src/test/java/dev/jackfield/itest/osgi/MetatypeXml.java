package dev.jackfield.itest.osgi;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a jar tells whoever makes forms for its configurations. */
final class MetatypeXml {
    private MetatypeXml() {}

    /** What is asked under one pid. */
    record Form(String pid, boolean factory, String name, String description, List<Field> fields) {}

    /** One question, with a list of defaults where there may be several. */
    record Field(
            String id,
            String name,
            String description,
            String type,
            int cardinality,
            List<String> defaults,
            String min,
            String max,
            List<String> options) {

        /** As a form would send it. */
        Object value() {
            if (cardinality != 0) {
                return defaults.toArray(String[]::new);
            }
            return defaults.isEmpty() ? "" : defaults.get(0);
        }
    }

    static List<Form> of(Path path) throws Exception {
        List<Form> forms = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(file -> file.getName().matches("OSGI-INF/metatype/.*\\.xml"))
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    forms.addAll(forms(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in)));
                }
            }
        }
        return forms;
    }

    private static List<Form> forms(Document document) {
        Map<String, Element> classes = new HashMap<>();
        elements(document.getDocumentElement(), "OCD").forEach(type -> classes.put(type.getAttribute("id"), type));
        List<Form> forms = new ArrayList<>();
        for (Element designate : elements(document.getDocumentElement(), "Designate")) {
            Element type = classes.get(elements(designate, "Object").get(0).getAttribute("ocdref"));
            String factory = designate.getAttribute("factoryPid");
            forms.add(new Form(
                    factory.isEmpty() ? designate.getAttribute("pid") : factory,
                    !factory.isEmpty(),
                    type.getAttribute("name"),
                    type.getAttribute("description"),
                    elements(type, "AD").stream().map(MetatypeXml::field).toList()));
        }
        return forms;
    }

    private static Field field(Element xml) {
        String defaults = xml.getAttribute("default");
        String cardinality = xml.getAttribute("cardinality");
        return new Field(
                xml.getAttribute("id"),
                xml.getAttribute("name"),
                xml.getAttribute("description"),
                xml.getAttribute("type"),
                cardinality.isEmpty() ? 0 : Integer.parseInt(cardinality),
                defaults.isEmpty() ? List.of() : List.of(defaults.split(",")),
                xml.getAttribute("min"),
                xml.getAttribute("max"),
                elements(xml, "Option").stream()
                        .map(option -> option.getAttribute("value"))
                        .toList());
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
