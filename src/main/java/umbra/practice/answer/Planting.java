package umbra.practice.answer;

import static umbra.practice.answer.AnswerAction.*;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.TagPaths;
import umbra.dicom.text.CharacterSets;

/// Puts values into one Data Set and writes down what has to become of them.
final class Planting {
  private final String file;
  private final String sop;
  private final CharacterSets sets;
  private final List<Answer> answers = new ArrayList<>();
  private DataSet dataSet;

  Planting(String file, String sop, DataSet dataSet, Invented person) {
    this.file = file;
    this.sop = sop;
    this.sets = CharacterSets.of(person.terms());
    this.dataSet = person.sets().isEmpty() ? dataSet : dataSet.with(DataElement.ofAscii(Tag.of(0x0008, 0x0005), VR.CS, person.sets()));
  }

  DataSet dataSet() {
    return dataSet;
  }

  List<Answer> answers() {
    return answers;
  }

  Planting answer(String where, AnswerAction action, String expected) {
    answers.add(new Answer(file, sop, where, action, expected));
    return this;
  }

  /// Puts a value at the top and asks for each of the actions.
  Planting put(String keyword, String value, AnswerAction... actions) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow(() -> new IllegalArgumentException("unknown keyword " + keyword));
    return put(text(tag, Dictionary.standard().implicitVr(tag.packed()), value), value, actions);
  }

  Planting put(DataElement element, String expected, AnswerAction... actions) {
    dataSet = dataSet.with(element);
    var where = TagPaths.print(TagPath.of(element.tag()));
    for (var action : actions) answer(where, action, expected);
    return this;
  }

  DataElement text(Tag tag, VR vr, String value) {
    return DataElement.ofBytes(tag, vr, sets.encode(value, vr == VR.PN).orElseThrow(() -> new IllegalArgumentException("not in these character sets")));
  }

  DataElement text(String keyword, String value) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow(() -> new IllegalArgumentException("unknown keyword " + keyword));
    return text(tag, Dictionary.standard().implicitVr(tag.packed()), value);
  }

  /// A Sequence of one Item.
  Planting item(String keyword, DataElement... elements) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow();
    dataSet = dataSet.with(DataElement.ofItems(tag, List.of(DataSet.of(elements))));
    return this;
  }

  /// What has to become of what is there already.
  Planting ask(String keyword, AnswerAction... actions) {
    var value = dataSet.text(Dictionary.standard().ofKeyword(keyword).orElseThrow()).orElseThrow();
    for (var action : actions) answer(keyword, action, value);
    return this;
  }

  /// Hashes of pixels are known only when all is in place.
  Planting hash(byte[] pixels) {
    return answer("PixelData", PIXELS_RETAINED, PixelHash.of(pixels));
  }
}
