package umbra.object.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The text of an XML document such as a CDA: character data, attributes and comments, each with the path of its element. Never loads anything from outside.
public final class XmlPieces {
  /// @param where names of the elements from the root, parted by `/`; an attribute after `@`
  public record Piece(String where, String text) {}

  private XmlPieces() {}

  /// @throws XMLStreamException if it is not well formed; nothing of it is then to be trusted
  public static List<Piece> of(byte[] bytes) throws XMLStreamException {
    var pieces = new ArrayList<Piece>();
    var path = new ArrayList<String>();
    var reader = reader(bytes);
    try {
      while (reader.hasNext()) step(reader, path, pieces);
    } finally {
      reader.close();
    }
    return pieces;
  }

  /// Reads without ever loading anything from outside.
  public static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  private static void step(XMLStreamReader reader, List<String> path, List<Piece> pieces) throws XMLStreamException {
    switch (reader.next()) {
      case XMLStreamConstants.START_ELEMENT -> {
        path.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) add(pieces, path, "@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      case XMLStreamConstants.END_ELEMENT -> path.removeLast();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(pieces, path, "", reader.getText());
      case XMLStreamConstants.COMMENT -> add(pieces, path, " comment", reader.getText());
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> add(pieces, path, " instruction", reader.getPIData() == null ? "" : reader.getPIData());
      default -> { }
    }
  }

  private static void add(List<Piece> pieces, List<String> path, String suffix, String text) {
    if (!text.isBlank()) pieces.add(new Piece(String.join("/", path) + suffix, text.strip()));
  }
}
