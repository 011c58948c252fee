package umbra.pixel.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.pixel.ImagePixel;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Cell;
import umbra.pixel.redact.region.Region;

/// The image that is redacted, and the regions inside it.
record Subject(DicomFile file, DataElement pixels, ImagePixel image, Place place, List<Region> regions, List<Region> outside, RedactionChoice choice) {

  static Subject of(DicomFile file, List<Region> regions, RedactionChoice choice) throws DicomException {
    var element = pixels(file.dataSet()).orElseThrow(() -> new DicomFormatException("no Pixel Data", Place.of(file.source().name())));
    var image = ImagePixel.of(file.dataSet(), file.source().name());
    var inside = new ArrayList<Region>();
    var outside = new ArrayList<Region>();
    for (var region : regions) {
      var box = region.box().within(image.columns(), image.rows());
      if (box.isPresent() && region.frameFirst() <= image.frames()) {
        inside.add(new Region(region.frameFirst(), Math.min(region.frameLast(), image.frames()), box.get().x(), box.get().y(), box.get().width(), box.get().height()));
      } else {
        outside.add(region);
      }
    }
    var place = new Place(file.source().name(), element.encoded().whole().offset(), Optional.of(TagPath.of(element.tag())));
    return new Subject(file, element, image, place, List.copyOf(inside), List.copyOf(outside), choice);
  }

  private static Optional<DataElement> pixels(DataSet dataSet) {
    for (var tag : new Tag[] {Tags.PIXEL_DATA, Tags.FLOAT_PIXEL_DATA, Tags.DOUBLE_FLOAT_PIXEL_DATA}) {
      var element = dataSet.find(tag);
      if (element.isPresent()) return element;
    }
    return Optional.empty();
  }

  DataSet dataSet() {
    return file.dataSet();
  }

  TransferSyntax syntax() {
    return file.transferSyntax();
  }

  /// What is blackened in a frame, grown to cells.
  ///
  /// @param frame index from 0
  List<Box> boxes(int frame, Cell cell) {
    var boxes = new ArrayList<Box>();
    for (var region : regions) if (region.isOn(frame)) boxes.add(region.box().grown(cell, image.columns(), image.rows()));
    return boxes;
  }

  boolean isTouched(int frame) {
    for (var region : regions) if (region.isOn(frame)) return true;
    return false;
  }

  /// The regions with all boxes grown to one kind of cell.
  List<Region> grown(Cell cell) {
    return regions.stream().map(r -> r.with(r.box().grown(cell, image.columns(), image.rows()))).toList();
  }
}
