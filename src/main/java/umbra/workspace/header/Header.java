package umbra.workspace.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DicomFile;
import umbra.dicom.ReadNote;

/// The header of an open file as lines. Closing it ends the life of all its values.
public record Header(DicomFile file) implements AutoCloseable {
  public static final String FILE_META = "File Meta Information";

  /// What a walk over all lines meets.
  public interface Visitor {
    /// @return whether to go on; false ends the whole walk
    boolean visit(HeaderNode node, int depth);
  }

  /// File Meta Information, if there is any, as one line with others below; then the elements of the Data Set.
  public List<HeaderNode> top() {
    var top = new ArrayList<HeaderNode>();
    if (!file.fileMeta().isEmpty()) top.add(new HeaderNode.Section(FILE_META, file.fileMeta()));
    top.addAll(HeaderNode.elements(file.dataSet(), List.of()));
    return top;
  }

  /// Shows every line to a visitor, parents before what is below them.
  public void walk(Visitor visitor) {
    walk(top(), 0, visitor);
  }

  private static boolean walk(List<HeaderNode> nodes, int depth, Visitor visitor) {
    for (var node : nodes) {
      if (!visitor.visit(node, depth)) return false;
      if (node.hasChildren() && !walk(node.children(), depth + 1, visitor)) return false;
    }
    return true;
  }

  public List<ReadNote> notes() {
    return file.notes();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
