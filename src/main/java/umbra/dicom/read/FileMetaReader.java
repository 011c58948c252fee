package umbra.dicom.read;

import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Syntax;
import umbra.dicom.Tags;
import umbra.dicom.text.CharacterSets;

/// Reads group 0002 (PS3.10 7.1). Its end is where the group changes; the stated Group Length is only checked.
final class FileMetaReader {
  private final ReadContext context;
  private final HeaderDecoder headers;

  /// @param next offset of the Data Set
  record Result(DataSet dataSet, long next) {}

  FileMetaReader(ReadContext context, HeaderDecoder headers) {
    this.context = context;
    this.headers = headers;
  }

  Result read(long at) throws DicomException {
    long size = context.source.size();
    if (size - at < 8) return new Result(DataSet.EMPTY, at);
    var syntax = syntaxOfMeta(at, size);
    if (syntax == null) {
      context.note(Kind.NO_FILE_META, at);
      return new Result(DataSet.EMPTY, at);
    }
    if (syntax != Syntax.EXPLICIT_LITTLE) context.note(Kind.FILE_META_SYNTAX, at);
    var walk = new DataSetReader(context, headers).walk(at, size, syntax, CharacterSets.DEFAULT, DataSetReader.Role.FILE_META);
    var meta = new DataSet(walk.elements(), CharacterSets.DEFAULT, DicomReader.whole(context, at, walk.next(), syntax));
    checkLength(meta, walk.next());
    return new Result(meta, walk.next());
  }

  /// The layout in which the first element is one of group 0002, or null if there is none.
  private Syntax syntaxOfMeta(long at, long size) {
    for (var syntax : new Syntax[] {Syntax.EXPLICIT_LITTLE, Syntax.EXPLICIT_BIG}) {
      if (context.window.tag(at, syntax) >>> 16 == 2) return headers.layoutAt(at, size, syntax);
    }
    return null;
  }

  private void checkLength(DataSet meta, long end) throws DicomException {
    var length = meta.find(Tags.FILE_META_INFORMATION_GROUP_LENGTH);
    long stated = (long) meta.decimal(Tags.FILE_META_INFORMATION_GROUP_LENGTH, 0).orElse(-1);
    long counted = length.map(e -> end - e.encoded().whole().end()).orElse(-2L);
    if (stated != counted) context.note(Kind.FILE_META_LENGTH, end);
  }
}
