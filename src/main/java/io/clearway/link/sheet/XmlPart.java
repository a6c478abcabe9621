package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a workbook, read forward by the names of its elements. Entities are not
/// expanded, and of names it takes no more than a vocabulary has.
final class XmlPart implements Closeable {

  /// Different names of elements and attributes; the parser keeps each for ever.
  private static final int NAMES = 2_000;

  private static final int DEPTH = 40;

  private static final XMLInputFactory XML = factory();

  private final InputStream in;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int depth;
  private int row = 1;

  private XmlPart(InputStream in) throws XMLStreamException {
    this.in = in;
    this.reader = XML.createXMLStreamReader(in, StandardCharsets.UTF_8.name());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  static XmlPart of(InputStream in) throws IOException, Unreadable {
    try {
      return new XmlPart(in);
    } catch (XMLStreamException malformed) {
      throw refused(malformed, 1);
    }
  }

  /// The row that is read, for what cannot be read there.
  void row(int number) {
    row = number;
  }

  /// Goes to the next begin or end of an element; false at the end of the part.
  boolean next() throws IOException, Unreadable {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          count();
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          return true;
        }
      }
      return false;
    } catch (XMLStreamException malformed) {
      throw refused(malformed, row);
    }
  }

  private void count() throws Unreadable {
    depth++;
    names.add(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      names.add(reader.getAttributeLocalName(i));
    }
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      names.add("xmlns:" + reader.getNamespacePrefix(i) + "=" + reader.getNamespaceURI(i));
    }
    if (depth > DEPTH || names.size() > NAMES) {
      throw new Unreadable(Trouble.STRANGE, row);
    }
  }

  boolean begins(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  /// Of the element that begins here, whatever its prefix.
  Optional<String> attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /// Of the element that begins here, one that has a prefix, as `r:id` beside `sheetId`.
  Optional<String> prefixed(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)
          && reader.getAttributePrefix(i) != null
          && !reader.getAttributePrefix(i).isEmpty()) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /// Adds the text of the element that begins here, up to its end, without that of elements in it.
  ///
  /// @param most characters that `into` may have; what goes beyond is passed over
  void text(StringBuilder into, int most) throws IOException, Unreadable {
    try {
      int inner = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            count();
            inner++;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            if (inner-- == 0) {
              return;
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> append(into, most, inner);
          default -> {}
        }
      }
    } catch (XMLStreamException malformed) {
      throw refused(malformed, row);
    }
  }

  private void append(StringBuilder into, int most, int inner) {
    int room = most - into.length();
    if (inner == 0 && room > 0) {
      into.append(
          reader.getTextCharacters(),
          reader.getTextStart(),
          Math.min(room, reader.getTextLength()));
    }
  }

  private static Unreadable refused(XMLStreamException malformed, int row) {
    return malformed.getNestedException() instanceof Inflated.Refused refused
        ? refused.at(row)
        : Unreadable.malformed("A part of the workbook is damaged.", row);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
