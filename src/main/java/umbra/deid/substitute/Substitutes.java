package umbra.deid.substitute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import umbra.deid.value.Pseudonyms;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.Subject;
import umbra.dicom.DataElement;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.text.CharacterSets;
import umbra.io.ByteSlice;

/// Makes the values that stand in for those of one subject.
public record Substitutes(Pseudonyms pseudonyms, Subject subject, DateShift shift, Ages ages, SourceSubject source) {

  /// All values as other UIDs.
  public Value uids(DataElement element) {
    return ascii(VR.UI, String.join("\\", Text.values(element, CharacterSets.DEFAULT).stream().map(pseudonyms::uid).toList()));
  }

  /// All values moved; empty if one of them is no date.
  public Optional<Value> dates(DataElement element, VR vr) {
    var moved = new ArrayList<String>();
    for (var value : Text.values(element, CharacterSets.DEFAULT)) {
      var one = shift.moved(vr, value);
      if (one.isEmpty()) return Optional.empty();
      moved.add(one.get());
    }
    return Optional.of(ascii(vr, String.join("\\", moved)));
  }

  public Optional<Value> age(DataElement element) {
    var text = Text.values(element, CharacterSets.DEFAULT);
    return text.isEmpty() ? Optional.of(element.value()) : ages.told(text.getFirst()).map(a -> ascii(VR.AS, a));
  }

  public static Value ascii(VR vr, String text) {
    return bytes(vr, text.getBytes(StandardCharsets.US_ASCII));
  }

  public static Value bytes(VR vr, byte[] bytes) {
    var even = bytes;
    if ((bytes.length & 1) == 1) {
      even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
      even[bytes.length] = vr.padding();
    }
    return new Value.Bytes(ByteSlice.of(even), java.nio.ByteOrder.LITTLE_ENDIAN);
  }
}
