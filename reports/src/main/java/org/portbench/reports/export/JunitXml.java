package org.portbench.reports.export;

import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What became of the cells as a test report: a failure is a regression or a change, an error a cell
 * that crashed or has no counterpart; what is inconclusive is skipped. Readers refuse large files,
 * so the least bad cells are left out of one, and counted.
 *
 * @param mostChars of the cells
 * @param mostCells each is up to two elements
 */
record JunitXml(Verdicts verdicts, long mostChars, int mostCells) {
  private static final long MOST_CHARS = 20_000_000;
  private static final int MOST_CELLS = 100_000;
  private static final int LONGEST_NOTE = 2000;
  private static final int MOST_NOTES = 1000;

  JunitXml(Verdicts verdicts) {
    this(verdicts, MOST_CHARS, MOST_CELLS);
  }

  String text() {
    List<JudgedCell> shown = shown();
    try {
      StringWriter text = new StringWriter();
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      suite(shown, new XmlText(xml));
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
      return text + "\n";
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void suite(List<JudgedCell> shown, XmlText xml) throws XMLStreamException {
    Verdicts told = new Verdicts(verdicts.title(), verdicts.startedAt(), List.of(), shown);
    long skipped = told.count(Judgement.SKIPPED) + told.count(Judgement.INCONCLUSIVE);
    double seconds = shown.stream().mapToDouble(cell -> cell.seconds().orElse(0)).sum();
    xml.open("testsuite")
        .attribute("name", "portbench " + told.title())
        .attribute("tests", Integer.toString(shown.size()))
        .attribute("failures", Long.toString(told.count(Judgement.FAILED)))
        .attribute("errors", Long.toString(told.count(Judgement.ERROR)))
        .attribute("skipped", Long.toString(skipped))
        .attribute("time", JunitCase.seconds(seconds));
    if (told.startedAt().isPresent()) {
      xml.attribute("timestamp", told.startedAt().get());
    }
    properties(verdicts.cells().size() - shown.size(), xml);
    Set<String> names = new HashSet<>();
    for (JudgedCell cell : shown) {
      new JunitCase(told.title(), cell).write(names, xml);
    }
    xml.close();
  }

  private void properties(int omitted, XmlText xml) throws XMLStreamException {
    List<String> notes = verdicts.notes();
    if (omitted == 0 && notes.isEmpty()) {
      return;
    }
    xml.open("properties");
    if (omitted > 0) {
      property("cells omitted", Integer.toString(omitted), xml);
    }
    for (String note : notes.subList(0, Math.min(notes.size(), MOST_NOTES))) {
      property("note", OneLine.of(note, LONGEST_NOTE), xml);
    }
    xml.close();
  }

  private static void property(String name, String value, XmlText xml) throws XMLStreamException {
    xml.open("property").attribute("name", name).attribute("value", value).close();
  }

  /** As many of the worst as there is room for, in their own order. */
  private List<JudgedCell> shown() {
    long chars = 0;
    Set<JudgedCell> worst = new HashSet<>();
    for (JudgedCell cell : verdicts.worstFirst()) {
      chars += new JunitCase(verdicts.title(), cell).mostChars();
      if (chars > mostChars || worst.size() == mostCells) {
        break;
      }
      worst.add(cell);
    }
    return verdicts.cells().stream().filter(worst::contains).toList();
  }
}
