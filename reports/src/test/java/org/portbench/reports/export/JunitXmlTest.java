package org.portbench.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.reports.text.Escaped;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JunitXmlTest {
  private final Schema schema = schema();

  @Test
  void eachJudgementHasItsElement() throws Exception {
    Verdicts verdicts =
        new Verdicts(
            "gate check of ci",
            Optional.of("2003-07-16T12:00:00Z"),
            List.of("cpu.count: 1 → 2"),
            List.of(
                judged("slower", Judgement.FAILED),
                judged("crashed", Judgement.ERROR),
                judged("restless", Judgement.INCONCLUSIVE),
                judged("left out", Judgement.SKIPPED),
                judged("fine", Judgement.PASSED)));
    Element suite = suite(verdicts, new JunitXml(verdicts).text());
    assertEquals("2003-07-16T12:00:00Z", suite.getAttribute("timestamp"));
    assertEquals("7.500000", suite.getAttribute("time"));
    List<Element> cases = children(suite, "testcase");
    assertEquals(
        List.of("failure", "error", "skipped", "skipped", "-"),
        cases.stream().map(JunitXmlTest::outcome).toList());
    assertEquals("portbench.gate-check-of-ci", cases.getFirst().getAttribute("classname"));
    Element failure = children(cases.getFirst(), "failure").getFirst();
    assertEquals("why of slower", failure.getAttribute("message"));
    assertEquals("why of slower\nmore\nand more", failure.getTextContent());
    Element skipped = children(cases.get(2), "skipped").getFirst();
    assertEquals("why of restless", skipped.getAttribute("message"));
    Element note = children(children(suite, "properties").getFirst(), "property").getFirst();
    assertEquals("cpu.count: 1 → 2", note.getAttribute("value"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20030716, 77})
  void anyNameIsReadBackAsFarAsXmlCanHoldIt(long seed) throws Exception {
    Verdicts verdicts = new Nasty(seed).verdicts(300);
    Element suite = suite(verdicts, new JunitXml(verdicts).text());
    List<Element> cases = children(suite, "testcase");
    for (int i = 0; i < cases.size(); i++) {
      String name = Escaped.readable(OneLine.of(verdicts.cells().get(i).name(), 1000));
      assertEquals(name.replace('\t', ' '), cases.get(i).getAttribute("name").replace('\t', ' '));
    }
  }

  @Test
  void testsOfOneNameAreToldApart() throws Exception {
    List<JudgedCell> cells =
        List.of(judged("a\0", Judgement.PASSED), judged("a\1", Judgement.ERROR));
    Verdicts verdicts = new Verdicts("t", Optional.empty(), List.of(), cells);
    List<Element> cases = children(suite(verdicts, new JunitXml(verdicts).text()), "testcase");
    assertEquals("a\uFFFD", cases.get(0).getAttribute("name"));
    assertEquals("a\uFFFD (2)", cases.get(1).getAttribute("name"));
  }

  @Test
  void whatIsTooMuchForReadersIsLeftOutTheLeastBadFirst() throws Exception {
    List<JudgedCell> cells =
        IntStream.range(0, 5000)
            .mapToObj(
                i -> judged("cell " + i, i % 1000 == 999 ? Judgement.FAILED : Judgement.PASSED))
            .toList();
    Verdicts verdicts = new Verdicts("t", Optional.empty(), List.of(), cells);
    for (JunitXml xml :
        List.of(new JunitXml(verdicts, 100_000, 5000), new JunitXml(verdicts, 10_000_000, 50))) {
      String text = xml.text();
      Element suite = valid(text);
      int shown = children(suite, "testcase").size();
      assertTrue(5 < shown && shown < 5000, "shown " + shown);
      assertTrue(text.length() < 100_500, "long " + text.length());
      assertEquals("5", suite.getAttribute("failures"));
      assertEquals(Integer.toString(shown), suite.getAttribute("tests"));
      Element omitted = children(children(suite, "properties").getFirst(), "property").getFirst();
      assertEquals("cells omitted", omitted.getAttribute("name"));
      assertEquals(Integer.toString(5000 - shown), omitted.getAttribute("value"));
    }
  }

  @Test
  void aSignTakesNoMoreCharactersThanIsReckoned() {
    String signs = "&<>\"'\n".repeat(100);
    JudgedCell cell =
        new JudgedCell(signs, Judgement.FAILED, signs, List.of(signs), 0, OptionalDouble.of(1e6));
    Verdicts one = new Verdicts("t", Optional.empty(), List.of(), List.of(cell));
    int around = 400;
    assertTrue(new JunitXml(one).text().length() < new JunitCase("t", cell).mostChars() + around);
  }

  @Test
  void theSchemaNoticesWhatIsNoReport() {
    Verdicts verdicts = new Nasty(3).verdicts(4);
    String text = new JunitXml(verdicts).text();
    for (String[] change :
        new String[][] {
          {" classname=", " class="},
          {"<testcase", "<test"},
          {" time=\"", " time=\"about "},
          {"<testsuite ", "<testsuite xmlns=\"urn:other\" "}
        }) {
      assertThrows(SAXException.class, () -> valid(text.replace(change[0], change[1])), change[0]);
    }
  }

  @Test
  void noCellAtAllIsAnError() throws Exception {
    Verdicts none = new Verdicts("t", Optional.empty(), List.of(), List.of());
    assertEquals("1", valid(new JunitXml(none).text()).getAttribute("errors"));
  }

  private Element suite(Verdicts verdicts, String text) throws Exception {
    Element suite = valid(text);
    assertEquals(verdicts.cells().size(), children(suite, "testcase").size());
    assertEquals(Integer.toString(verdicts.cells().size()), suite.getAttribute("tests"));
    for (String kind : List.of("failure", "error", "skipped")) {
      long count =
          children(suite, "testcase").stream().filter(c -> outcome(c).equals(kind)).count();
      String attribute = kind.equals("skipped") ? kind : kind + "s";
      assertEquals(Long.toString(count), suite.getAttribute(attribute), kind);
    }
    return suite;
  }

  private Element valid(String text) throws Exception {
    schema.newValidator().validate(new StreamSource(new StringReader(text)));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    return children(document.getDocumentElement(), "testsuite").getFirst();
  }

  private static String outcome(Element testcase) {
    return List.of("failure", "error", "skipped").stream()
        .filter(name -> !children(testcase, name).isEmpty())
        .findFirst()
        .orElse("-");
  }

  private static List<Element> children(Element parent, String name) {
    NodeList all = parent.getChildNodes();
    List<Element> named = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.getTagName().equals(name)) {
        named.add(element);
      }
    }
    return named;
  }

  private static JudgedCell judged(String name, Judgement judgement) {
    return new JudgedCell(
        name, judgement, "why of " + name, List.of("more", "and more"), 1, OptionalDouble.of(1.5));
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(JunitXmlTest.class.getResource("/schemas/junit.xsd"));
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }
}
