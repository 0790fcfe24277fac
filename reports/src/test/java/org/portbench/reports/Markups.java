package org.portbench.reports;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads pages and pictures back as a strict parser does. */
final class Markups {
  private static final Set<String> LOADING_ELEMENTS =
      Set.of("script", "link", "iframe", "object", "embed", "img", "image", "use", "base");
  private static final Set<String> LOADING_ATTRIBUTES =
      Set.of("src", "srcset", "href", "xlink:href", "action", "poster", "data");

  private Markups() {}

  /** Fails unless every element is closed, and everything in it allowed. */
  static Document parsed(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      DocumentBuilder builder = factory.newDocumentBuilder();
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static List<String> attributes(Document document, String name) {
    List<String> values = new ArrayList<>();
    for (Element element : elements(document)) {
      if (element.hasAttribute(name)) {
        values.add(element.getAttribute(name));
      }
    }
    return values;
  }

  /** What a browser would fetch. */
  static List<String> loads(Document document) {
    List<String> loads = new ArrayList<>();
    for (Element element : elements(document)) {
      if (LOADING_ELEMENTS.contains(element.getTagName())) {
        loads.add("<" + element.getTagName() + ">");
      }
      for (String attribute : LOADING_ATTRIBUTES) {
        String value = element.getAttribute(attribute);
        if (!value.isEmpty() && !value.startsWith("#")) {
          loads.add(attribute + "=" + value);
        }
      }
    }
    return loads;
  }

  private static List<Element> elements(Document document) {
    NodeList all = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}
