package org.portbench.reports.chart;

import java.awt.Dimension;
import java.awt.RenderingHints;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGeneratorContext.GraphicContextDefaults;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;

/** A picture as SVG, that scales with the page and whose ids are its own within a page of many. */
public record SvgPicture(Picture picture) {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** The {@code svg} element, as it stands in a file and in a page alike. */
  public String text() {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
    context.setComment(null);
    context.setPrecision(2);
    context.setIDGenerator(new OwnIds(picture.name()));
    context.setGraphicContextDefaults(ownLetters());
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    picture.painter().accept(graphics);
    return SvgText.of(graphics.getRoot(), picture);
  }

  /** Batik's own default has Java read every font of the system: 0.06 s of a start. */
  private static GraphicContextDefaults ownLetters() {
    GraphicContextDefaults defaults = new GraphicContextDefaults();
    defaults.setFont(Lettering.SMALL);
    return defaults;
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK has no XML documents", e);
    }
  }

  private static final class OwnIds extends SVGIDGenerator {
    private final String owner;

    OwnIds(String owner) {
      this.owner = owner;
    }

    @Override
    public String generateID(String prefix) {
      return owner + "-" + super.generateID(prefix);
    }
  }
}
