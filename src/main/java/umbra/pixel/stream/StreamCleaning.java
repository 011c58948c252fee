package umbra.pixel.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.pixel.ImagePixel;
import umbra.pixel.stream.code.CodeStreams;
import umbra.pixel.stream.code.IccProfile;
import umbra.pixel.stream.video.VideoCleaner;

/// Cleans Pixel Data and ICC profiles of a Data Set, at any depth, of what is no picture. Costs one pass over code streams that do not
/// tell their own length, else a look at their headers; copies no entropy-coded data.
///
/// @param syntax of the Data Set
/// @param file for the messages
public record StreamCleaning(TransferSyntax syntax, String file) {
  private static final Tag ICC_PROFILE = Tag.of(0x0028, 0x2000);
  private static final List<Tag> PIXELS = List.of(Tags.PIXEL_DATA, Tags.FLOAT_PIXEL_DATA, Tags.DOUBLE_FLOAT_PIXEL_DATA);

  /// The same Data Set if nothing has to go. What is left reads from the file, which has to stay open until this is written.
  ///
  /// @param source the same instance before its header was cleaned: it tells of overlay planes in the words of the pixels
  /// @throws DicomException if a code stream cannot be followed, so that nobody knows what it holds
  public DataSet clean(DataSet dataSet, DataSet source) throws DicomException {
    var pixels = dataSet.find(Tags.PIXEL_DATA);
    if (syntax.isEncapsulated() && pixels.isPresent() && pixels.get().value() instanceof Value.Bytes(var raw, _) && !raw.isEmpty()) {
      throw new UnsupportedDicomException("Pixel Data stands in no fragments, which its transfer syntax wants", place(pixels.get()));
    }
    return cleaned(dataSet, source);
  }

  /// Icons in Items may be native whatever the transfer syntax says (PS3.5 A.4).
  private DataSet cleaned(DataSet dataSet, DataSet source) throws DicomException {
    var cleaned = inside(dataSet);
    if (PIXELS.stream().filter(cleaned::contains).count() > 1) throw new UnsupportedDicomException("more than one kind of Pixel Data", new Place(file, -1, Optional.empty()));
    for (var tag : PIXELS) {
      var pixels = cleaned.find(tag);
      if (pixels.isPresent()) cleaned = pixels(cleaned, source, pixels.get());
    }
    return cleaned;
  }

  private DataSet pixels(DataSet cleaned, DataSet source, DataElement pixels) throws DicomException {
    return switch (pixels.value()) {
      case Value.Fragments fragments -> encapsulated(cleaned, source, pixels, fragments);
      case Value.Bytes bytes -> plain(cleaned, source, pixels, bytes);
      case Value.Items _ -> cleaned;
    };
  }

  private DataSet inside(DataSet dataSet) throws DicomException {
    var elements = new ArrayList<DataElement>(dataSet.size());
    boolean same = true;
    for (var element : dataSet) {
      var left = element(element);
      same &= left == element;
      elements.add(left);
    }
    return same ? dataSet : dataSet.withElements(elements);
  }

  private DataElement element(DataElement element) throws DicomException {
    if (element.tag().equals(ICC_PROFILE)) return profile(element);
    if (!(element.value() instanceof Value.Items(var items))) return element;
    var cleaned = new ArrayList<DataSet>(items.size());
    boolean same = true;
    for (var item : items) {
      var left = cleaned(item, item);
      same &= left == item;
      cleaned.add(left);
    }
    return same ? element : element.withValue(new Value.Items(cleaned));
  }

  private static DataElement profile(DataElement element) {
    if (element.isEmpty() || !(element.value() instanceof Value.Bytes(var raw, _))) return element;
    var before = raw.toArray();
    var after = IccProfile.cleaned(before).orElseGet(IccProfile::standard);
    return element.withValue(DataElement.ofBytes(ICC_PROFILE, VR.OB, after).value());
  }

  private DataSet plain(DataSet dataSet, DataSet source, DataElement pixels, Value.Bytes bytes) throws DicomException {
    if (bytes.raw().isEmpty()) return dataSet;
    var image = image(dataSet, pixels);
    var cleaned = new NativePixels(image, overlays(dataSet, source, image), place(pixels)).clean(bytes);
    return cleaned == bytes ? dataSet : dataSet.with(pixels.withValue(cleaned));
  }

  /// Planes in the words that the result no longer tells of.
  private static long overlays(DataSet dataSet, DataSet source, ImagePixel image) {
    long before = HighBits.overlays(source, image);
    return before == 0 ? 0 : before & ~HighBits.overlays(dataSet, image);
  }

  private DataSet encapsulated(DataSet dataSet, DataSet source, DataElement pixels, Value.Fragments fragments) throws DicomException {
    if (!syntax.isEncapsulated()) throw new UnsupportedDicomException("Pixel Data stands in fragments, which its transfer syntax does not have", place(pixels));
    if (syntax.isVideo()) return new VideoPixels(new VideoCleaner(syntax, place(pixels))).clean(dataSet, pixels, fragments);
    if (hasOverlays(source)) {
      long overlays = overlays(dataSet, source, image(dataSet, pixels));
      if (overlays != 0) new WordOverlays(overlays, place(pixels)).check(fragments);
    }
    return new EncapsulatedPixels(CodeStreams.cleaner(syntax, dataSet, place(pixels)), place(pixels)).clean(dataSet, pixels, fragments);
  }

  private static boolean hasOverlays(DataSet source) {
    for (int group = 0x6000; group <= 0x601E; group += 2) if (source.contains(Tag.of(group, 0x0102))) return true;
    return false;
  }

  /// @throws DicomException where nothing tells what the bytes are: nobody can have seen them
  private ImagePixel image(DataSet dataSet, DataElement pixels) throws DicomException {
    try {
      return ImagePixel.of(dataSet, file);
    } catch (DicomException e) {
      throw new UnsupportedDicomException("Pixel Data that the header does not explain: " + e.reason(), place(pixels));
    }
  }

  private Place place(DataElement pixels) {
    return new Place(file, -1, Optional.of(TagPath.of(pixels.tag())));
  }
}
