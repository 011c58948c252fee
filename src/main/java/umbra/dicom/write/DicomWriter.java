package umbra.dicom.write;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Syntax;
import umbra.dicom.TransferSyntax;
import umbra.io.AtomicFile;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// Writes files (PS3.10 7). A file nobody touched comes out the same; else only what changed is encoded anew.
public final class DicomWriter {
  private static final int PREAMBLE = 128;

  /// A file made from scratch, with an empty preamble.
  public static DicomFile newFile(DataSet dataSet, TransferSyntax syntax) {
    var preamble = new byte[PREAMBLE + 4];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, preamble, PREAMBLE, 4);
    return new DicomFile(ByteSource.of(new byte[0]), ByteSlice.of(preamble), FileMeta.of(dataSet, syntax), syntax, dataSet,
        ByteSlice.EMPTY, ByteSlice.EMPTY, List.of());
  }

  /// Writes to a temporary file beside the target and moves it into place when all is written.
  ///
  /// @throws IOException on any failure; the target is then as it was
  public void write(DicomFile file, Path target) throws IOException {
    AtomicFile.write(target, out -> write(file, out));
  }

  /// Writes to a channel and leaves it open.
  public void write(DicomFile file, WritableByteChannel out) throws IOException {
    var sink = new Sink(out);
    sink.put(file.preamble());
    new DataSetWriter(sink, metaSyntax(file)).write(file.fileMeta());
    if (!file.transferSyntax().isDeflated()) {
      new DataSetWriter(sink, bodySyntax(file)).write(file.dataSet());
    } else if (file.dataSet().encoded().isVerbatim() && !file.encodedDataSet().isEmpty()) {
      sink.put(file.encodedDataSet());
    } else {
      deflate(file, sink);
    }
    sink.put(file.trailing());
    sink.flush();
  }

  private static Syntax metaSyntax(DicomFile file) {
    return file.fileMeta().encoded().isVerbatim() ? file.fileMeta().encoded().syntax() : Syntax.EXPLICIT_LITTLE;
  }

  /// The layout the file was in, if that is a plain variant of its Transfer Syntax.
  private static Syntax bodySyntax(DicomFile file) {
    var encoded = file.dataSet().encoded();
    var stated = file.transferSyntax().syntax();
    boolean bigImplicit = encoded.syntax() == Syntax.IMPLICIT_BIG && stated == Syntax.IMPLICIT_LITTLE;
    return encoded.isVerbatim() && bigImplicit ? encoded.syntax() : stated;
  }

  private static void deflate(DicomFile file, Sink sink) throws IOException {
    long from = sink.written();
    try (var deflating = Sink.deflating(sink)) {
      new DataSetWriter(deflating, Syntax.EXPLICIT_LITTLE).write(file.dataSet());
    }
    if ((sink.written() - from & 1) == 1) sink.put(0); // PS3.5 A.5
  }
}
