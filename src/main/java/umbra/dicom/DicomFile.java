package umbra.dicom;

import java.io.IOException;
import java.util.List;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// A file in the sense of PS3.10, as read: every byte of it belongs to one of these parts.
///
/// Closing it ends the life of all its values; see [ByteSource#close].
///
/// @param preamble the 128 bytes and the prefix `DICM`; empty if the file has none
/// @param fileMeta group 0002; empty if the file has none
/// @param transferSyntax what the Data Set was read with
/// @param encodedDataSet the Data Set as it stands in the file: deflated, if the Transfer Syntax says so
/// @param trailing bytes after the last element; all from Pixel Data on, if the reading stopped there
/// @param notes what was tolerated, in the order of the file
public record DicomFile(
    ByteSource source,
    ByteSlice preamble,
    DataSet fileMeta,
    TransferSyntax transferSyntax,
    DataSet dataSet,
    ByteSlice encodedDataSet,
    ByteSlice trailing,
    List<ReadNote> notes)
    implements AutoCloseable {

  public DicomFile {
    notes = List.copyOf(notes);
  }

  /// This file with another Data Set; what both share is still written as it stands.
  public DicomFile withDataSet(DataSet other) {
    return new DicomFile(source, preamble, fileMeta, transferSyntax, other, encodedDataSet, trailing, notes);
  }

  /// This file in another Transfer Syntax. Pixel Data is not touched: whoever changes the syntax encodes it.
  public DicomFile withTransferSyntax(TransferSyntax other) {
    var meta = fileMeta.with(DataElement.ofAscii(Tags.TRANSFER_SYNTAX_UID, VR.UI, other.uid()));
    var sameForm = other.isDeflated() == transferSyntax.isDeflated() ? encodedDataSet : ByteSlice.EMPTY;
    return new DicomFile(source, preamble, meta, other, dataSet, sameForm, trailing, notes);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
