package umbra.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.dicom.dict.TagPaths;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.object.ObjectText;

/// `umbra text`: what a person can read in an object that is no plain image.
@Command(name = "text", description = "Print the readable text of a report, document, radiotherapy object or waveform, in reading order.")
public final class TextCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A DICOM file.")
  private Path file;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  private final ObjectText texts;

  public TextCommand(ObjectText texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    try (var dicom = new DicomReader(ReadOptions.LENIENT).read(file)) {
      var items = texts.of(dicom);
      if (items.isEmpty()) {
        spec.commandLine().getErr().println("umbra: " + file + ": not an object whose text Umbra reads; `umbra inspect` prints its header");
        return ExitCode.FOUND;
      }
      if (form.form() == Table.Form.TEXT) {
        for (var item : items.get()) out.println(item.kind() + ": " + printable(item.text()));
      } else {
        var table = new Table(form.form(), "tag_path", "kind", "text");
        for (var item : items.get()) table.row(TagPaths.print(item.where()), item.kind(), item.text());
        table.print(out);
      }
    }
    return ExitCode.DONE;
  }

  /// Text keeps its lines; other control characters must not steer the terminal.
  private static String printable(String text) {
    var shown = new StringBuilder(text.length());
    for (char c : text.replace("\r\n", "\n").replace('\r', '\n').toCharArray()) {
      shown.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
    }
    return shown.toString();
  }
}
