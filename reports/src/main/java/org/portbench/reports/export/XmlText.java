package org.portbench.reports.export;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.portbench.reports.text.Escaped;

/** Elements whose texts hold only what XML may contain. */
record XmlText(XMLStreamWriter xml) {

  XmlText open(String element) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    return this;
  }

  XmlText attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Escaped.readable(value));
    return this;
  }

  XmlText text(String text) throws XMLStreamException {
    xml.writeCharacters(Escaped.readable(text));
    return this;
  }

  void close() throws XMLStreamException {
    xml.writeEndElement();
  }
}
