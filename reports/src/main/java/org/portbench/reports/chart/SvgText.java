package org.portbench.reports.chart;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portbench.reports.text.Escaped;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes what Batik drew as text: colours in one notation, by which a page can give them another
 * shade in the dark, and without what says nothing.
 */
final class SvgText {
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  private final StringBuilder out = new StringBuilder();

  private SvgText() {}

  static String of(Element root, Picture picture) {
    Map<String, String> frame = new TreeMap<>();
    frame.put("xmlns", "http://www.w3.org/2000/svg");
    frame.put("role", "img");
    frame.put("aria-label", picture.description());
    frame.put("width", Integer.toString(picture.width()));
    frame.put("height", Integer.toString(picture.height()));
    frame.put("viewBox", "0 0 " + picture.width() + " " + picture.height());
    frame.put("font-family", Lettering.FAMILY);
    frame.put("font-size", "12px");
    frame.put("stroke-linecap", "square");
    frame.put("stroke-miterlimit", "10");
    SvgText text = new SvgText();
    text.element("svg", frame, root);
    return text.out.append('\n').toString();
  }

  private void element(String name, Map<String, String> attributes, Node element) {
    out.append('<').append(name);
    attributes.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(Escaped.xml(value)).append('"'));
    if (!element.hasChildNodes()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      node(child);
    }
    out.append("</").append(name).append('>');
  }

  private void node(Node node) {
    switch (node.getNodeType()) {
      case Node.TEXT_NODE -> out.append(Escaped.xml(node.getNodeValue()));
      case Node.ELEMENT_NODE -> {
        if (node.hasChildNodes() || !node.getNodeName().equals("defs")) {
          out.append(node.getNodeName().equals("g") ? "\n" : "");
          element(node.getNodeName(), attributes(node), node);
        }
      }
      default -> {}
    }
  }

  private static Map<String, String> attributes(Node node) {
    Map<String, String> kept = new TreeMap<>();
    NamedNodeMap all = node.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Node attribute = all.item(i);
      switch (attribute.getNodeName()) {
        case "font-family", "xml:space" -> {}
        default -> kept.put(attribute.getNodeName(), colour(attribute.getNodeValue()));
      }
    }
    return kept;
  }

  private static String colour(String value) {
    Matcher rgb = RGB.matcher(value);
    if (rgb.matches()) {
      return String.format(
          Locale.ROOT,
          "#%02x%02x%02x",
          Integer.parseInt(rgb.group(1)),
          Integer.parseInt(rgb.group(2)),
          Integer.parseInt(rgb.group(3)));
    }
    return value.equals("white") ? Shade.PAPER.lightHex() : value;
  }
}
