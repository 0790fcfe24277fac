package org.portbench.reports.export;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.portbench.reports.text.Escaped;
import org.portbench.reports.text.FileNames;

/**
 * A cell as a test. Its time is that of the model, where there is one.
 *
 * @param suite under which readers show it
 */
record JunitCase(String suite, JudgedCell cell) {
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_MESSAGE = 2000;
  private static final int MOST_DETAILS = 100;

  /** Tags, and the names and the time of a test. */
  private static final int BESIDE_THE_TEXT = 200;

  /** An ampersand, a sign beyond ASCII. */
  private static final int MOST_FOR_A_CHAR = 6;

  /**
   * @param names taken so far: of tests of one name, readers keep only one
   */
  void write(Set<String> names, XmlText xml) throws XMLStreamException {
    xml.open("testcase").attribute("classname", className());
    xml.attribute("name", unlike(names));
    xml.attribute("time", seconds(cell.seconds().orElse(0)));
    switch (cell.judgement()) {
      case PASSED -> {}
      case FAILED -> told("failure", xml);
      case ERROR -> told("error", xml);
      case INCONCLUSIVE, SKIPPED -> xml.open("skipped").attribute("message", message()).close();
    }
    xml.close();
  }

  /** Readers take what stands before the last dot for a package. */
  private String className() {
    return "portbench." + FileNames.of(suite).replace('.', '-');
  }

  /** No fewer than it takes. */
  long mostChars() {
    long text = suite.length() + cell.name().length() + 2L * message().length() + text().length();
    return BESIDE_THE_TEXT + MOST_FOR_A_CHAR * text;
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.6f", seconds);
  }

  private void told(String element, XmlText xml) throws XMLStreamException {
    xml.open(element).attribute("message", message()).attribute("type", cell.judgement().word());
    xml.text(text()).close();
  }

  private String message() {
    return OneLine.of(cell.message(), LONGEST_MESSAGE);
  }

  /** With the message, which some readers show nowhere else. */
  private String text() {
    return Stream.concat(Stream.of(cell.message()), cell.details().stream())
        .limit(MOST_DETAILS)
        .map(line -> OneLine.of(line, LONGEST_MESSAGE))
        .collect(Collectors.joining("\n"));
  }

  private String unlike(Set<String> names) {
    String name = Escaped.readable(OneLine.of(cell.name(), LONGEST_NAME));
    String unlike = name;
    for (int i = 2; !names.add(unlike); i++) {
      unlike = name + " (" + i + ")";
    }
    return unlike;
  }
}
