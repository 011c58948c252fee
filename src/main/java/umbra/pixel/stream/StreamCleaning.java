package umbra.pixel.stream;

import java.util.ArrayList;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.pixel.ImagePixel;
import umbra.pixel.stream.code.CodeStreams;
import umbra.pixel.stream.code.IccProfile;

/// Cleans Pixel Data and ICC profiles of a Data Set, at any depth, of what is no picture. Costs one pass over code streams that do not
/// tell their own length, else a look at their headers; copies no entropy-coded data.
///
/// @param syntax of the Data Set
/// @param file for the messages
public record StreamCleaning(TransferSyntax syntax, String file) {
  private static final Tag ICC_PROFILE = Tag.of(0x0028, 0x2000);

  /// The same Data Set if nothing has to go. What is left reads from the file, which has to stay open until this is written.
  ///
  /// @param source the same instance before its header was cleaned: it tells of overlay planes in the words of the pixels
  /// @throws DicomException if a code stream cannot be followed, so that nobody knows what it holds
  public DataSet clean(DataSet dataSet, DataSet source) throws DicomException {
    var cleaned = inside(dataSet);
    var pixels = cleaned.find(Tags.PIXEL_DATA);
    if (pixels.isEmpty()) return cleaned;
    return switch (pixels.get().value()) {
      case Value.Fragments fragments -> encapsulated(cleaned, pixels.get(), fragments);
      case Value.Bytes bytes -> plain(cleaned, source, pixels.get(), bytes);
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
      var left = clean(item, item);
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
    var image = image(dataSet);
    if (image.isEmpty()) return dataSet;
    var cleaned = new NativePixels(image.get(), overlays(dataSet, source, image.get()), place(pixels)).clean(bytes);
    return cleaned == bytes ? dataSet : dataSet.with(pixels.withValue(cleaned));
  }

  /// Planes in the words that the result no longer tells of.
  private static long overlays(DataSet dataSet, DataSet source, ImagePixel image) {
    long before = HighBits.overlays(source, image);
    return before == 0 ? 0 : before & ~HighBits.overlays(dataSet, image);
  }

  private DataSet encapsulated(DataSet dataSet, DataElement pixels, Value.Fragments fragments) throws DicomException {
    var cleaner = CodeStreams.cleaner(syntax, image(dataSet), place(pixels));
    return cleaner.isEmpty() ? dataSet : new EncapsulatedPixels(cleaner.get(), place(pixels)).clean(dataSet, pixels, fragments);
  }

  private Optional<ImagePixel> image(DataSet dataSet) {
    try {
      return Optional.of(ImagePixel.of(dataSet, file));
    } catch (DicomException _) {
      return Optional.empty(); // no image that anybody can show; its bytes are searched like all others
    }
  }

  private Place place(DataElement pixels) {
    return new Place(file, -1, Optional.of(TagPath.of(pixels.tag())));
  }
}
