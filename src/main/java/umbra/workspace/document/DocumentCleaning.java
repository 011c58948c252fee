package umbra.workspace.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import umbra.deid.Planner;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.TextDecision;
import umbra.deid.value.TextDecisions;
import umbra.deid.value.TextValue;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.VR;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.clean.DocumentPieces;
import umbra.object.document.clean.ModelCleaning;
import umbra.object.document.clean.XmlCleaning;
import umbra.object.document.pdf.PageRegion;
import umbra.object.document.pdf.PdfFile;
import umbra.object.document.pdf.PdfRedaction;

/// Makes the document that leaves in place of an encapsulated one. Under Clean Descriptors a text stays only if somebody decided that it stays;
/// everything else is cut. For several threads.
public final class DocumentCleaning {
  /// What becomes of a document.
  public sealed interface Outcome {
    /// There is none, or nobody asked for a cleaned one: what the profile says is done.
    record AsTheProfileSays() implements Outcome {}

    /// @param words for the record, without values of the patient
    /// @param undecided texts that were cut because nobody decided about them
    record Cleaned(byte[] bytes, String words, Set<String> undecided) implements Outcome {}

    /// It may not leave.
    ///
    /// @param reason without values of the patient
    record Failed(String reason) implements Outcome {}
  }

  private static final Outcome PROFILE = new Outcome.AsTheProfileSays();

  private final Planner planner;
  private final Profile profile;
  private final TextDecisions texts;

  public DocumentCleaning(Planner planner, TextDecisions texts) {
    this.planner = planner;
    this.profile = planner.profile();
    this.texts = texts;
  }

  /// @param looked whether the pages were looked at and nothing seen on them is open: pictures in a document may hold text that is no text
  public Outcome of(DataSet source, DocumentBoxes boxes, boolean looked) {
    var document = EncapsulatedDocument.of(source);
    if (document.isEmpty() || !profile.has(ProfileOption.CLEAN_DESCRIPTORS) || document.get().isPdf() && !looked) return PROFILE;
    var deciding = new Deciding(SourceSubject.of(source), boxes);
    try {
      var bytes = document.get().bytes();
      if (document.get().isPdf()) return pdf(bytes, boxes, deciding);
      DocumentPieces.of(document.get()).forEach(deciding::of);
      var days = new DocumentDays(planner, source);
      if (document.get().isXml()) return deciding.cleaned(XmlCleaning.clean(bytes, new XmlCleaning.Deciders(deciding::of, days::moved, days::birth)), "the document was written anew by element");
      return deciding.cleaned(ModelCleaning.clean(bytes, deciding::of), "the words of the model were cleaned");
    } catch (IOException e) {
      return new Outcome.Failed("its document cannot be cleaned: " + e.getMessage());
    } catch (XMLStreamException _) {
      return new Outcome.Failed("its document cannot be cleaned: it is not well formed");
    }
  }

  private static Outcome pdf(byte[] bytes, DocumentBoxes boxes, Deciding deciding) throws IOException {
    int pages;
    try (var pdf = PdfFile.open(bytes)) {
      pages = pdf.pages();
    }
    var regions = new ArrayList<PageRegion>(boxes.regions(pages));
    for (var line : PdfFile.lines(bytes)) {
      if (!deciding.stays(line.text())) regions.add(line.region());
    }
    var made = PdfRedaction.redact(bytes, regions);
    var pictures = made.pictures().isEmpty() ? "" : ", " + made.pictures().size() + " pages became pictures";
    return deciding.cleaned(made.bytes(), regions.size() + " places on " + pages + " pages were cut" + pictures + "; metadata, scripts, attachments and earlier revisions were left behind; no text is left under a box");
  }

  /// Asks for each text once it is met, and keeps which ones nobody had decided.
  private final class Deciding {
    private final SourceSubject subject;
    private final DocumentBoxes boxes;
    private final Set<String> undecided = new LinkedHashSet<>();

    /// @param boxes whose verdicts on texts come before what is decided by value
    Deciding(SourceSubject subject, DocumentBoxes boxes) {
      this.boxes = boxes;
      this.subject = subject;
    }

    Optional<String> of(String text) {
      if (boxes.texts().stream().anyMatch(c -> text.contains(c) || c.contains(text))) return Optional.empty();
      if (boxes.harmless().contains(text.strip())) return Optional.of(text);
      return switch (texts.of(new TextValue(TagPath.of(EncapsulatedDocument.DOCUMENT), Optional.empty(), VR.UT, text, subject))) {
        case TextDecision.Keep _ -> Optional.of(text);
        case TextDecision.ReplaceBy(var other) -> Optional.of(other);
        case TextDecision.Remove _ -> Optional.empty();
        case TextDecision.Undecided _ -> {
          undecided.add(text);
          yield Optional.empty();
        }
      };
    }

    /// A line of a page stays as it is or goes: nothing can be written in its place.
    boolean stays(String text) {
      return of(text).filter(text::equals).isPresent();
    }

    Outcome cleaned(byte[] bytes, String words) {
      return new Outcome.Cleaned(bytes, words, Set.copyOf(undecided));
    }
  }
}
