package umbra.object.document.clean;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import umbra.object.document.XmlPieces;

/// Writes a CDA document anew: the same elements, codes and frame, without persons, places and instances, and with those days and texts only
/// that somebody lets stay. Comments, processing instructions and the DTD are left behind.
public final class XmlCleaning {
  /// @param days what becomes of a point in time
  /// @param births the same, of a birth
  public record Deciders(Decider texts, Decider days, Decider births) {}

  private final XMLStreamReader in;
  private final XMLStreamWriter out;
  private final Deciders deciders;
  private final List<String> path = new ArrayList<>();

  private XmlCleaning(XMLStreamReader in, XMLStreamWriter out, Deciders deciders) {
    this.in = in;
    this.out = out;
    this.deciders = deciders;
  }

  /// @return a document in UTF-8
  /// @throws XMLStreamException if it is not well formed: then nothing of it can be trusted
  public static byte[] clean(byte[] bytes, Deciders deciders) throws XMLStreamException {
    var reader = XmlPieces.reader(bytes);
    var made = new ByteArrayOutputStream();
    try {
      var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(made, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
      var work = new XmlCleaning(reader, writer, deciders);
      while (reader.hasNext()) work.step();
      writer.writeEndDocument();
      writer.close();
    } finally {
      reader.close();
    }
    return made.toByteArray();
  }

  private void step() throws XMLStreamException {
    switch (in.next()) {
      case XMLStreamConstants.START_ELEMENT -> start();
      case XMLStreamConstants.END_ELEMENT -> {
        path.removeLast();
        out.writeEndElement();
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        var text = in.getText();
        if (text.isBlank()) out.writeCharacters(text);
        else if (left("", text).isPresent()) out.writeCharacters(left("", text).get());
      }
      default -> { }
    }
  }

  private void start() throws XMLStreamException {
    path.add(in.getLocalName());
    var uri = in.getNamespaceURI();
    if (uri == null) out.writeStartElement(in.getLocalName());
    else out.writeStartElement(in.getPrefix() == null ? "" : in.getPrefix(), in.getLocalName(), uri);
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      var prefix = in.getNamespacePrefix(i);
      if (prefix == null) out.writeDefaultNamespace(in.getNamespaceURI(i));
      else out.writeNamespace(prefix, in.getNamespaceURI(i));
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      var value = left("@" + in.getAttributeLocalName(i), in.getAttributeValue(i));
      if (value.isEmpty()) continue;
      var space = in.getAttributeNamespace(i);
      if (space == null || space.isEmpty()) out.writeAttribute(in.getAttributeLocalName(i), value.get());
      else out.writeAttribute(in.getAttributePrefix(i), space, in.getAttributeLocalName(i), value.get());
    }
  }

  private Optional<String> left(String suffix, String text) {
    return switch (CdaRules.of(String.join("/", path) + suffix)) {
      case FRAME -> Optional.of(text);
      case IDENTITY -> Optional.empty();
      case DAY -> deciders.days().of(text.strip());
      case BIRTH -> deciders.births().of(text.strip());
      case TEXT -> deciders.texts().of(text.strip());
    };
  }
}
