package dev.jackfield.itest.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the features for Karaf are made of, as artifact names. */
final class Features {
    private final Document document;

    private Features(Document document) {
        this.document = document;
    }

    static Features read() throws Exception {
        return new Features(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Jars.features().toFile()));
    }

    List<String> names() {
        return elements(document.getDocumentElement(), "feature").stream()
                .map(feature -> feature.getAttribute("name"))
                .toList();
    }

    /** The bundles of a feature, those of the features it names included, each once; {@code scr} is the infrastructure. */
    List<String> bundles(String name) {
        return all(name).stream().distinct().toList();
    }

    private List<String> all(String name) {
        if (name.equals("scr")) {
            return Jars.INFRASTRUCTURE;
        }
        Element feature = elements(document.getDocumentElement(), "feature").stream()
                .filter(element -> element.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No feature " + name + " among " + names()));
        List<String> artifacts = new ArrayList<>();
        elements(feature, "feature")
                .forEach(other -> artifacts.addAll(all(other.getTextContent().strip())));
        // mvn:group/artifact/version
        elements(feature, "bundle")
                .forEach(bundle -> artifacts.add(bundle.getTextContent().strip().split("/")[1]));
        return artifacts;
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(node -> node.getNodeName().equals(tag))
                .map(Element.class::cast)
                .toList();
    }
}
