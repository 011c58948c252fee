package umbra.cli;

import java.io.PrintWriter;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.dict.TagPaths;
import umbra.dicom.text.CharacterSets;
import umbra.words.Counts;
import umbra.workspace.header.ElementText;

/// A Data Set as lines: Tag, VR, length in bytes, name, value; Items indented below their Sequence.
final class HeaderTree {
  private final PrintWriter out;

  HeaderTree(PrintWriter out) {
    this.out = out;
  }

  void print(DicomFile file) {
    out.println(file.source().name() + ": " + Counts.of(file.source().size(), "byte") + ", " + file.transferSyntax().title()
        + " (" + file.transferSyntax().uid() + ")");
    if (!file.fileMeta().isEmpty()) {
      out.println();
      out.println("File Meta Information");
      elements(file.fileMeta(), "  ");
    }
    out.println();
    out.println("Data Set");
    elements(file.dataSet(), "  ");
    if (!file.trailing().isEmpty()) {
      out.println();
      out.println("Bytes after the last element: " + file.trailing().length() + " at offset " + file.trailing().offset());
    }
    notes(file);
  }

  private void notes(DicomFile file) {
    if (file.notes().isEmpty()) return;
    out.println();
    out.println("Tolerated while reading");
    for (var note : file.notes()) {
      out.println("  " + note.kind().text() + ", offset " + note.offset() + note.path().map(p -> ", " + TagPaths.print(p)).orElse(""));
    }
  }

  private void elements(DataSet dataSet, String indent) {
    var sets = dataSet.characterSets();
    for (var element : dataSet) {
      out.printf("%s%s %s %8s  %s%s%n", indent, element.tag(), ElementText.vr(element), ElementText.length(element),
          ElementText.name(dataSet, element.tag()), value(element, sets));
      int item = 0;
      for (var nested : element.items()) {
        out.printf("%s  Item %d%n", indent, ++item);
        elements(nested, indent + "    ");
      }
    }
  }

  private static String value(DataElement element, CharacterSets sets) {
    var value = ElementText.value(element, sets);
    return value.isEmpty() ? "" : ": " + value;
  }
}
