package umbra.pixel.redact;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.pixel.redact.region.Region;

/// Redacted Pixel Data and what it means for the rest of the Data Set; nothing is written yet.
///
/// It reads from the file it was made from, which has to stay open until this is written. Closing it removes its temporary file.
///
/// Burned In Annotation is left to whoever knows that all of the image was looked at (PS3.15 E.3.1).
public final class RedactedPixels implements RedactionResult, Closeable {
  private static final Tag DERIVATION_DESCRIPTION = Tag.of(0x0008, 0x2111);
  private static final int LONGEST_ST = 1024;

  private final TransferSyntax transferSyntax;
  private final RedactionPlan.Way way;
  private final List<Region> blackened;
  private final List<DataElement> set;
  private final List<Tag> removed;
  private final String account;
  private final Closeable store;

  RedactedPixels(TransferSyntax transferSyntax, RedactionPlan.Way way, List<Region> blackened, List<DataElement> set, List<Tag> removed, String account, Closeable store) {
    this.transferSyntax = transferSyntax;
    this.way = way;
    this.blackened = List.copyOf(blackened);
    this.set = List.copyOf(set);
    this.removed = List.copyOf(removed);
    this.account = account;
    this.store = store;
  }

  /// That of the file to be written.
  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  public RedactionPlan.Way way() {
    return way;
  }

  /// The true areas, inside the image, grown to what the codec can cut.
  public List<Region> blackened() {
    return blackened;
  }

  /// What happened, in words for people and for Derivation Description; without values of the patient.
  public String account() {
    return account;
  }

  /// A Data Set with these pixels: the original one, or one that was de-identified in the meantime. Overlays and icons go, at any
  /// depth; what described the old pixels goes or is stated anew.
  public DataSet applyTo(DataSet dataSet) {
    var changed = withoutPictures(dataSet);
    for (var tag : removed) changed = changed.without(tag);
    for (var element : set) changed = changed.with(element);
    var before = changed.text(DERIVATION_DESCRIPTION).map(t -> t + "; ").orElse("");
    if (before.contains(account)) return changed;
    var words = before.length() + account.length() > LONGEST_ST ? account : before + account;
    // Characters outside ASCII keep their character set: the element is made anew only from what it can hold.
    boolean ascii = words.chars().allMatch(c -> c < 0x80);
    return changed.with(DataElement.ofAscii(DERIVATION_DESCRIPTION, VR.ST, ascii ? words : account));
  }

  /// The whole file with these pixels, for one that is not de-identified in the same step.
  public DicomFile applyTo(DicomFile file) {
    var dataSet = applyTo(file.dataSet());
    var changed = file.withDataSet(dataSet);
    return transferSyntax == file.transferSyntax() ? changed : changed.withTransferSyntax(transferSyntax);
  }

  /// Icon Image Sequence shows the old pixels, wherever it stands; overlay planes belong to the image as a whole.
  private static DataSet withoutPictures(DataSet dataSet) {
    var kept = new ArrayList<DataElement>();
    boolean changed = false;
    for (var element : dataSet) {
      boolean overlay = (element.tag().group() & 0xFFE1) == 0x6000;
      if (overlay || element.tag().equals(HeaderChanges.ICON_IMAGE_SEQUENCE)) {
        changed = true;
        continue;
      }
      var items = element.items();
      var cleaned = items.stream().map(RedactedPixels::withoutPictures).toList();
      boolean same = true;
      for (int i = 0; i < items.size(); i++) same &= cleaned.get(i) == items.get(i);
      kept.add(same ? element : element.withValue(new umbra.dicom.Value.Items(cleaned)));
      changed |= !same;
    }
    return changed ? dataSet.withElements(kept) : dataSet;
  }

  /// The element of the pixels.
  public DataElement pixels() {
    return set.stream().filter(e -> e.tag().equals(Tags.PIXEL_DATA) || e.tag().equals(Tags.FLOAT_PIXEL_DATA) || e.tag().equals(Tags.DOUBLE_FLOAT_PIXEL_DATA)).findFirst().orElseThrow();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
