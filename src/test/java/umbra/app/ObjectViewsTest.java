package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.app.object.report.ReportItem;
import umbra.dicom.DataSet;
import umbra.dicom.TransferSyntax;
import umbra.dicom.write.DicomWriter;
import umbra.practice.PracticeCollection;
import umbra.practice.study.Attributes;

/// Objects that are not plain images, opened as a person opens them.
@ExtendWith(FxExtension.class)
class ObjectViewsTest {
  @TempDir
  private Path folder;
  private DeskStage stage;

  @BeforeEach
  void open() {
    stage = new DeskStage(folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    stage.close();
  }

  private Path write(String sopClass, String modality, int number, Attributes more) throws Exception {
    var uid = "1.2.826.0.1.3680043.10.999." + number;
    var all = new Attributes().text("SOPClassUID", sopClass).text("SOPInstanceUID", uid + ".1").text("Modality", modality).text("PatientName", "Test^Object")
        .text("PatientID", "T1").text("StudyInstanceUID", "1.2.826.0.1.3680043.10.999").text("SeriesInstanceUID", uid).text("SeriesNumber", "" + number).dataSet();
    var elements = new java.util.ArrayList<>(all.stream().toList());
    more.dataSet().forEach(elements::add);
    var in = Files.createDirectories(folder.resolve("in"));
    new DicomWriter().write(DicomWriter.newFile(DataSet.of(elements.toArray(umbra.dicom.DataElement[]::new)), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), in.resolve(number + ".dcm"));
    return in;
  }

  @Test
  void aReportIsReadAsTextAndAsATree(FxRobot robot) throws Exception {
    PracticeCollection.write(folder.resolve("in"), 7);
    stage.take(folder.resolve("in"));
    stage.open(s -> s.modality().equals("SR"));

    var text = (ListView<?>) stage.find("#report-text");
    DeskStage.await(() -> text.getItems().size() == 3);
    stage.picture("object-report");

    robot.press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);
    DeskStage.await(() -> stage.scene.lookup("#report-tree") != null && stage.scene.lookup("#report-tree").isVisible());
    stage.picture("object-report-tree");
    var tree = (TreeTableView<?>) stage.find("#report-tree");
    assertEquals(3, tree.getExpandedItemCount());
    assertTrue(((ReportItem) tree.getTreeItem(1).getValue()).code().endsWith("DCM"));
  }

  @Test
  void aReferenceBringsTheReferencedSeriesToTheFront(FxRobot robot) throws Exception {
    var reference = new Attributes().text("RelationshipType", "CONTAINS").text("ValueType", "COMPOSITE").code("ConceptNameCodeSequence", "113000", "DCM", "Of Interest")
        .items("ReferencedSOPSequence", new Attributes().text("ReferencedSOPClassUID", "1.2.840.10008.5.1.4.1.1.88.11").text("ReferencedSOPInstanceUID", "1.2.826.0.1.3680043.10.999.2.1").dataSet());
    write("1.2.840.10008.5.1.4.1.1.88.59", "KO", 1, new Attributes().text("ValueType", "CONTAINER").items("ContentSequence", reference.dataSet()));
    var in = write("1.2.840.10008.5.1.4.1.1.88.11", "SR", 2, new Attributes().text("ValueType", "CONTAINER"));
    stage.take(in);
    stage.open(s -> s.modality().equals("KO"));
    stage.find(".hyperlink");
    stage.picture("object-key-objects");

    robot.clickOn(".hyperlink");

    DeskStage.await(() -> stage.desk.session().orElseThrow().collection().current().get().orElseThrow().modality().equals("SR"));
  }

  @Test
  void whatIsNotUnderstoodIsShownAsSuch(FxRobot robot) throws Exception {
    var in = write("1.2.826.0.1.3680043.10.999.77", "OT", 1, new Attributes().text("ImageComments", "Something typed"));
    stage.take(in);
    stage.open(_ -> true);

    assertTrue(stage.find("#not-understood").isVisible());
    stage.picture("object-unknown");
  }

  @Test
  void pagesOfAPdfAreShownAndSearched(FxRobot robot) throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var pdf = new org.apache.pdfbox.pdmodel.PDDocument()) {
      pdf.getDocumentInformation().setAuthor("Hidden Author");
      for (int i = 1; i <= 2; i++) {
        var page = new org.apache.pdfbox.pdmodel.PDPage(new org.apache.pdfbox.pdmodel.common.PDRectangle(400, 300));
        pdf.addPage(page);
        try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(new org.apache.pdfbox.pdmodel.font.PDType1Font(org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA), 14);
          content.newLineAtOffset(60, 200);
          content.showText("Page number " + i + " of a letter");
          content.endText();
        }
      }
      pdf.save(bytes);
    }
    var value = java.util.Arrays.copyOf(bytes.toByteArray(), (bytes.size() + 1) / 2 * 2);
    stage.take(write("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 1, new Attributes().text("MIMETypeOfEncapsulatedDocument", "application/pdf")
        .bytes("EncapsulatedDocument", umbra.dicom.VR.OB, value)));
    stage.open(_ -> true);

    var image = (javafx.scene.image.ImageView) stage.find("#pdf-page");
    DeskStage.await(() -> image.getImage() != null);
    robot.clickOn("#pdf-search").write("number 2");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    DeskStage.await(() -> stage.scene.lookup(".pdf-hit-front") != null);
    org.testfx.util.WaitForAsyncUtils.sleep(700, java.util.concurrent.TimeUnit.MILLISECONDS);
    stage.picture("object-pdf");
    assertTrue(((javafx.scene.control.TableView<?>) stage.find("#pdf-parts")).getItems().toString().contains("Hidden Author"));
  }

  @Test
  void anEcgLiesOnPaperAsTwelveLeads(FxRobot robot) throws Exception {
    var names = java.util.List.of("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6");
    var channels = names.stream().map(n -> new Attributes().text("ChannelLabel", "Lead " + n).text("ChannelSensitivity", "1")
        .code("ChannelSensitivityUnitsSequence", "uV", "UCUM", "microvolt").dataSet()).toArray(DataSet[]::new);
    var samples = new int[12 * 2500];
    for (int i = 0; i < samples.length; i++) samples[i] = (int) (900 * Math.exp(-Math.pow((i / 12 % 200 - 60) / 4.0, 2)) + 150 * Math.exp(-Math.pow((i / 12 % 200 - 120) / 14.0, 2)));
    var group = new Attributes().text("MultiplexGroupLabel", "RHYTHM").text("SamplingFrequency", "250").longs("NumberOfWaveformSamples", 2500).shorts("NumberOfWaveformChannels", 12)
        .shorts("WaveformBitsAllocated", 16).text("WaveformSampleInterpretation", "SS").items("ChannelDefinitionSequence", channels).shorts("WaveformData", samples);
    stage.take(write("1.2.840.10008.5.1.4.1.1.9.1.1", "ECG", 1, new Attributes().items("WaveformSequence", group.dataSet())));
    stage.open(_ -> true);

    var canvas = (javafx.scene.canvas.Canvas) stage.find("#waveform");
    DeskStage.await(() -> canvas.getHeight() > 100);
    stage.picture("object-ecg");
    assertEquals(4.0 / 10 * 32 / 25, canvas.getHeight() / canvas.getWidth(), 0.02);
  }

  @Test
  void roisAreListedWithTheirNames(FxRobot robot) throws Exception {
    var roi = new Attributes().text("ROINumber", "1").text("ROIName", "PTV of Jane").text("ROIDescription", "drawn by Dr. Roe");
    stage.take(write("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT", 1, new Attributes().text("StructureSetLabel", "Plan A").items("StructureSetROISequence", roi.dataSet())));
    stage.open(_ -> true);

    var parts = (javafx.scene.control.TableView<?>) stage.find("#layer-parts");
    stage.picture("object-rois");
    assertTrue(parts.getItems().toString().contains("PTV of Jane"));
  }
}
