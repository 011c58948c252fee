package umbra.dicom.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Encoded;
import umbra.dicom.Place;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Syntax;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.text.CharacterSets;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;
import umbra.io.LoadedFiles;

/// Reads a whole file (PS3.10 7): preamble, File Meta Information, Data Set.
public final class DicomReader {
  private static final int PREFIX_AT = 128;
  private static final int DICM = 0x4449_434D;
  private static final int WHOLE = 1 << 22;


  private final LoadedFiles loaded = new LoadedFiles(WHOLE);
  private final ReadOptions options;

  public DicomReader(ReadOptions options) {
    this.options = options;
  }

  /// Maps a file of a local disk and reads it. The caller closes the result.
  ///
  /// @throws DicomException malformed, not supported, or over a limit; the file is closed then
  public DicomFile read(Path file) throws IOException {
    return readAndKeep(ByteSource.mapped(file));
  }

  /// As [#read(Path)] for a file that will be read to its end: not mapped but read at once if it has at most 4 MiB.
  public DicomFile readWhole(Path file) throws IOException {
    return readAndKeep(loaded.open(file));
  }

  /// Reads the header only, by plain reads, and lets go of the file: values stay usable, but a value longer than 64 KiB
  /// throws `IllegalStateException` when looked at. See [ReadOptions#stopBeforePixelData].
  public DicomFile readHeader(Path file) throws IOException {
    try (var source = ByteSource.ranged(file, Window.BYTES)) {
      return new DicomReader(options.stoppingBeforePixelData()).read(source);
    }
  }

  /// Whether the bytes begin as DICOM does: what fails to read after that is malformed DICOM, not something else.
  public boolean recognises(ByteSource source) throws DicomException {
    if (source.size() < 8) return false;
    var context = new ReadContext(source, options);
    return hasPrefix(context, source.size()) || looksLikeElements(context, new HeaderDecoder(context), source.size());
  }

  private DicomFile readAndKeep(ByteSource source) throws IOException {
    try {
      return read(source);
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /// Reads from a source, which the result then owns.
  public DicomFile read(ByteSource source) throws DicomException {
    var context = new ReadContext(source, options);
    var headers = new HeaderDecoder(context);
    long size = source.size();
    if (size < 8) throw new DicomFormatException(size == 0 ? "empty file" : "too short to be DICOM", Place.of(source.name(), 0));
    long metaAt = hasPrefix(context, size) ? PREFIX_AT + 4 : 0;
    if (metaAt == 0) {
      if (!looksLikeElements(context, headers, size)) throw new DicomFormatException("not a DICOM file", Place.of(source.name(), 0));
      context.note(Kind.NO_PREAMBLE, 0);
    }
    var meta = new FileMetaReader(context, headers).read(metaAt);
    return readDataSet(context, headers, context.slice(0, metaAt), meta);
  }

  private static boolean hasPrefix(ReadContext context, long size) {
    return size >= PREFIX_AT + 4 && Integer.reverseBytes((int) context.window.u32(PREFIX_AT, Syntax.EXPLICIT_LITTLE)) == DICM;
  }

  /// Without the prefix only a Data Set that begins with a group found at the start of files is believed.
  private static boolean looksLikeElements(ReadContext context, HeaderDecoder headers, long size) {
    for (var syntax : Syntax.values()) {
      int tag = context.window.tag(0, syntax);
      if (tag >>> 16 <= 0x0010 && tag != 0 && headers.isExpected(tag) && headers.layoutAt(0, size, syntax) == syntax
          && headers.isPlausible(0, size, syntax)) return true;
    }
    return false;
  }

  private DicomFile readDataSet(ReadContext context, HeaderDecoder headers, ByteSlice preamble, FileMetaReader.Result meta)
      throws DicomException {
    long from = meta.next();
    long size = context.source.size();
    var stated = statedSyntax(context, meta.dataSet(), from);
    if (stated.isPresent() && stated.get().isDeflated()) {
      var deflated = deflated(context, preamble, meta, stated.get());
      if (deflated.isPresent()) return deflated.get();
    }
    var assumed = stated.map(TransferSyntax::syntax).orElse(Syntax.EXPLICIT_LITTLE);
    var syntax = from < size ? headers.layoutAt(from, size, assumed) : assumed;
    if (stated.isPresent() && syntax != assumed) context.note(Kind.WRONG_TRANSFER_SYNTAX, from);
    var walk = new DataSetReader(context, headers).walk(from, size, syntax, CharacterSets.DEFAULT, DataSetReader.Role.WHOLE_FILE);
    if (walk.elements().isEmpty() && meta.dataSet().isEmpty()) {
      throw new DicomFormatException("no Data Element where the first one belongs", Place.of(context.source.name(), from));
    }
    noteRest(context, walk, size);
    var dataSet = new DataSet(walk.elements(), CharacterSets.DEFAULT, whole(context, from, walk.next(), syntax));
    return new DicomFile(context.source, preamble, meta.dataSet(), used(stated, syntax), dataSet,
        context.slice(from, walk.next()), context.slice(walk.next(), size), context.notes());
  }

  /// The Transfer Syntax of the File Meta Information, if the Data Set is laid out so; else the plain one that it is in.
  private static TransferSyntax used(Optional<TransferSyntax> stated, Syntax syntax) {
    if (stated.isPresent() && stated.get().syntax() == syntax) return stated.get();
    return switch (syntax) {
      case IMPLICIT_LITTLE, IMPLICIT_BIG -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
      case EXPLICIT_LITTLE -> stated.filter(TransferSyntax::isEncapsulated).orElse(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
      case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
    };
  }

  private Optional<TransferSyntax> statedSyntax(ReadContext context, DataSet meta, long at) throws DicomException {
    var uid = meta.text(Tags.TRANSFER_SYNTAX_UID);
    if (uid.isEmpty()) {
      if (!meta.isEmpty()) context.note(Kind.NO_TRANSFER_SYNTAX, at);
      return Optional.empty();
    }
    var syntax = TransferSyntax.ofUid(uid.get());
    if (syntax.isEmpty()) {
      throw new UnsupportedDicomException("Transfer Syntax UID that Umbra does not know",
          new Place(context.source.name(), at, Optional.of(umbra.dicom.TagPath.of(Tags.TRANSFER_SYNTAX_UID))));
    }
    return syntax;
  }

  /// @return empty if the Data Set is not deflated after all
  private Optional<DicomFile> deflated(ReadContext context, ByteSlice preamble, FileMetaReader.Result meta, TransferSyntax syntax)
      throws DicomException {
    var encoded = context.slice(meta.next(), context.source.size());
    var inflation = Inflation.of(encoded, options.mostInflatedBytes());
    if (!inflation.complete()) {
      if (inflation.bytes().length < 8) {
        if (new HeaderDecoder(context).isPlausible(meta.next(), context.source.size(), Syntax.EXPLICIT_LITTLE)) {
          context.note(Kind.WRONG_TRANSFER_SYNTAX, meta.next());
          return Optional.empty();
        }
        throw new DicomFormatException("deflated Data Set cannot be inflated", Place.of(context.source.name(), meta.next()));
      }
      context.note(Kind.DEFLATE_DAMAGED, meta.next());
    }
    var inner = new ReadContext(ByteSource.of(inflation.bytes()), options);
    var headers = new HeaderDecoder(inner);
    var walk = new DataSetReader(inner, headers)
        .walk(0, inner.source.size(), Syntax.EXPLICIT_LITTLE, CharacterSets.DEFAULT, DataSetReader.Role.WHOLE_FILE);
    if (walk.elements().isEmpty()) {
      throw new DicomFormatException("no Data Element in the deflated Data Set", Place.of(context.source.name(), meta.next()));
    }
    noteRest(inner, walk, inner.source.size());
    context.notes().addAll(inner.notes());
    long used = inflation.consumed();
    if ((used & 1) == 1 && used + 1 == encoded.length() && encoded.u8(used) == 0) used++; // the pad byte of PS3.5 A.5
    return Optional.of(new DicomFile(context.source, preamble, meta.dataSet(), syntax,
        new DataSet(walk.elements(), CharacterSets.DEFAULT, whole(inner, 0, walk.next(), Syntax.EXPLICIT_LITTLE)), encoded.slice(0, used),
        encoded.slice(used, encoded.length() - used), context.notes()));
  }

  static Encoded whole(ReadContext context, long from, long to, Syntax syntax) {
    return new Encoded(context.slice(from, to), syntax, 0, true);
  }

  /// Bytes that are left after the last element: padding if all zero, else something that was not understood.
  private static void noteRest(ReadContext context, Walk walk, long size) throws DicomException {
    if (walk.end() != Walk.End.GARBAGE) return;
    long rest = size - walk.next();
    boolean zeros = true;
    for (long at = walk.next(); zeros && at < size; at++) zeros = context.window.u8(at) == 0;
    context.note(zeros || rest < 8 ? Kind.TRAILING_BYTES : Kind.NOT_AN_ELEMENT, walk.next());
  }
}
