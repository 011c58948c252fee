package umbra.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.text.CharacterSets;
import umbra.io.ByteSlice;

/// The DICOM JSON Model of a file: keys ascending, group lengths left out, text in Unicode.
///
/// Values of bytes that are longer than a limit, and encapsulated Pixel Data, stand as a `BulkDataURI` of the form
/// `offset:length`, where the offset counts from the start of the file, or of the inflated Data Set in a deflated one. Of
/// an element that stands twice the first is written. Since all text is Unicode, Specific Character Set says ISO_IR 192
/// wherever it stands (PS3.18 F.2.1).
public final class JsonModel {
  private static final String UTF_8 = "ISO_IR 192";

  private final long longestInline;

  /// @param longestInline longest value of bytes that is written as base64
  public JsonModel(long longestInline) {
    this.longestInline = longestInline;
  }

  /// Writes File Meta Information and Data Set as one object; leaves the stream open.
  public void write(DicomFile file, OutputStream out) throws IOException {
    write(List.of(file.fileMeta(), file.dataSet()), out);
  }

  /// Writes the elements of some Data Sets as one object; leaves the stream open.
  public void write(List<DataSet> dataSets, OutputStream out) throws IOException {
    var factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (var json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      for (var dataSet : dataSets) elements(dataSet, json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void elements(DataSet dataSet, JsonGenerator json) throws IOException {
    var sets = dataSet.characterSets();
    for (var element : ascending(dataSet)) element(element, sets, json);
  }

  private static List<DataElement> ascending(DataSet dataSet) {
    var seen = new HashSet<>();
    var elements = new ArrayList<DataElement>(dataSet.size());
    for (var e : dataSet) {
      if (!e.tag().isGroupLength() && e.tag().group() != 0xFFFE && seen.add(e.tag())) elements.add(e);
    }
    elements.sort(Comparator.comparing(DataElement::tag));
    return elements;
  }

  private void element(DataElement element, CharacterSets sets, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(String.format("%08X", element.tag().packed()));
    if (element.tag().equals(Tags.SPECIFIC_CHARACTER_SET)) element = DataElement.ofAscii(element.tag(), VR.CS, UTF_8);
    boolean unknown = standsAsUnknown(element);
    json.writeStringField("vr", unknown ? VR.UN.name() : element.vr().name());
    switch (element.value()) {
      case Value.Bytes(var raw, _) when raw.isEmpty() -> {}
      case Value _ when unknown -> binary(field(element), json);
      case Value.Items(var items) -> items(items, json);
      case Value.Fragments(var table, _) -> binary(element.encoded().isVerbatim() ? field(element) : table, json);
      case Value.Bytes bytes -> bytes(element, bytes, sets, json);
    }
    json.writeEndObject();
  }

  /// An element that stands as UN with a length is written so: anything else is our reading of it.
  private static boolean standsAsUnknown(DataElement element) {
    var encoded = element.encoded();
    return encoded.isVerbatim() && encoded.vrCode() == VR.UN.code() && !encoded.undefinedLength();
  }

  private void items(List<DataSet> items, JsonGenerator json) throws IOException {
    if (items.isEmpty()) return;
    json.writeArrayFieldStart("Value");
    for (var item : items) {
      json.writeStartObject();
      elements(item, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// The whole Value Field as it stands: the model has no form for fragments.
  private static ByteSlice field(DataElement element) {
    var whole = element.encoded().whole();
    int header = element.encoded().syntax().isExplicit() ? 12 : 8;
    return whole.slice(header, whole.length() - header);
  }

  private void bytes(DataElement element, Value.Bytes value, CharacterSets sets, JsonGenerator json) throws IOException {
    var vr = element.vr();
    switch (vr) {
      case OB, OD, OF, OL, OV, OW, UN -> {
        boolean inline = value.raw().length() <= longestInline;
        binary(inline ? JsonNumbers.littleEndian(value, vr) : value.raw(), json);
      }
      case AT, FD, FL, SL, SS, SV, UL, US, UV -> JsonNumbers.write(element, json);
      default -> values(Text.values(element, vr.usesCharacterSet() ? sets : CharacterSets.DEFAULT), vr, json);
    }
  }

  private void binary(ByteSlice bytes, JsonGenerator json) throws IOException {
    if (bytes.length() > longestInline) {
      json.writeStringField("BulkDataURI", bytes.offset() + ":" + bytes.length());
    } else {
      json.writeBinaryField("InlineBinary", bytes.toArray());
    }
  }

  /// Empty values between others are null (PS3.18 F.2.5); a Value of blanks only is none.
  private static void values(List<String> values, VR vr, JsonGenerator json) throws IOException {
    if (values.stream().allMatch(String::isEmpty) && values.size() <= 1) return;
    json.writeArrayFieldStart("Value");
    for (var value : values) {
      if (value.isEmpty()) json.writeNull();
      else if (vr == VR.PN) personName(value, json);
      else if (vr == VR.DS || vr == VR.IS) JsonNumbers.writeText(value, json);
      else json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void personName(String value, JsonGenerator json) throws IOException {
    var names = List.of("Alphabetic", "Ideographic", "Phonetic");
    var groups = value.split("=", 3);
    json.writeStartObject();
    for (int i = 0; i < groups.length; i++) if (!groups[i].isEmpty()) json.writeStringField(names.get(i), groups[i]);
    json.writeEndObject();
  }
}
