package umbra.object.document.pdf.cut;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// A content stream being written.
final class ContentOutput {
  private static final Set<String> OF_THE_STREAM = Set.of("Length", "Filter", "DecodeParms", "DL", "Resources", "Metadata", "PieceInfo", "LastModified", "OC", "StructParent",
      "StructParents", "OPI", "Ref");

  private final PDStream stream;
  private final OutputStream out;
  private final ContentStreamWriter writer;

  ContentOutput(PDDocument document) throws IOException {
    stream = new PDStream(document);
    out = stream.createOutputStream(COSName.FLATE_DECODE);
    writer = new ContentStreamWriter(out);
  }

  /// Whether an entry of a form goes along when its content is written anew.
  static boolean isKept(COSName entry) {
    return !OF_THE_STREAM.contains(entry.getName());
  }

  void write(Operator operator, List<COSBase> operands) throws IOException {
    writer.writeTokens(operands);
    writer.writeToken(operator);
  }

  /// Ends the stream.
  PDStream stream() throws IOException {
    out.close();
    return stream;
  }
}
