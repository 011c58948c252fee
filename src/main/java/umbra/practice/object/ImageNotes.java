package umbra.practice.object;

import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// A Grayscale Softcopy Presentation State (PS3.3 A.33.1) with text and graphics over a radiograph.
public final class ImageNotes {
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.11.1";

  private ImageNotes() {}

  /// @param image SOP Class, Series and SOP Instance of the image, whose side is `size`
  public static DataSet of(Study study, ImageReference image, int size, PracticeUids uids) {
    var person = study.person();
    var reference = Attributes.referenceItem(image.sopClass(), image.instance()).dataSet();
    return study.instance(SOP_CLASS, "PR", uids.next(), 50, uids.next(), 1)
        .text("PresentationCreationDate", study.date()).text("PresentationCreationTime", study.time()).text("ContentLabel", "NOTES")
        .text("ContentDescription", "Notes on " + person.name().replace('^', ' ')).text("ContentCreatorName", person.referringPhysician())
        .items("ReferencedSeriesSequence", new Attributes().text("SeriesInstanceUID", image.series()).items("ReferencedImageSequence", reference).dataSet())
        .items("DisplayedAreaSelectionSequence", new Attributes().items("ReferencedImageSequence", reference).longs("DisplayedAreaTopLeftHandCorner", 1, 1)
            .longs("DisplayedAreaBottomRightHandCorner", size, size).text("PresentationSizeMode", "SCALE TO FIT").text("PresentationPixelAspectRatio", "1\\1").dataSet())
        .items("GraphicLayerSequence", new Attributes().text("GraphicLayer", "NOTES").text("GraphicLayerOrder", "1").dataSet())
        .items("GraphicAnnotationSequence", new Attributes().items("ReferencedImageSequence", reference).text("GraphicLayer", "NOTES")
            .items("TextObjectSequence", note(person.name().replace('^', ' ') + " " + person.id(), 0.05, 0.05, size), note("Heart, 14 cm wide", 0.55, 0.72, size))
            .items("GraphicObjectSequence", ellipse(0.55, 0.61, 0.12, 0.15, size), line(0.42, 0.70, 0.68, 0.70, size)).dataSet())
        .items("SoftcopyVOILUTSequence", new Attributes().text("WindowCenter", "2000").text("WindowWidth", "3600").dataSet())
        .text("PresentationLUTShape", "INVERSE").dataSet();
  }

  private static DataSet note(String text, double x, double y, int size) {
    return new Attributes().text("BoundingBoxAnnotationUnits", "PIXEL").text("UnformattedTextValue", text)
        .floats("BoundingBoxTopLeftHandCorner", (float) (x * size), (float) (y * size)).floats("BoundingBoxBottomRightHandCorner", (float) ((x + 0.4) * size), (float) ((y + 0.04) * size))
        .text("BoundingBoxTextHorizontalJustification", "LEFT").dataSet();
  }

  private static DataSet ellipse(double x, double y, double a, double b, int size) {
    float s = size;
    return graphic("ELLIPSE", 4, (float) (x - a) * s, (float) y * s, (float) (x + a) * s, (float) y * s, (float) x * s, (float) (y - b) * s, (float) x * s, (float) (y + b) * s);
  }

  private static DataSet line(double x, double y, double toX, double toY, int size) {
    float s = size;
    return graphic("POLYLINE", 2, (float) x * s, (float) y * s, (float) toX * s, (float) toY * s);
  }

  private static DataSet graphic(String type, int points, float... data) {
    var attributes = new Attributes().text("GraphicAnnotationUnits", "PIXEL").shorts("GraphicDimensions", 2).shorts("NumberOfGraphicPoints", points).floats("GraphicData", data).text("GraphicType", type);
    return (type.equals("ELLIPSE") ? attributes.text("GraphicFilled", "N") : attributes).dataSet();
  }
}
