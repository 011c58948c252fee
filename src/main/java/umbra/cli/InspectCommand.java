package umbra.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.dicom.json.JsonModel;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;

/// `umbra inspect`: the header of a file.
@Command(name = "inspect", description = "Print the header of a file as an indented tree.")
public final class InspectCommand implements Callable<Integer> {
  private static final long LONGEST_INLINE = 4096;

  @Parameters(paramLabel = "FILE", description = "A DICOM file, with any extension or none.")
  private Path file;

  @Option(names = "--json", description = "The DICOM JSON Model (PS3.18 Annex F), File Meta Information included.")
  private boolean json;

  @Option(names = "--bulk", description = "With --json: values of more than 4 KiB as base64, too.")
  private boolean bulk;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (var dicom = new DicomReader(ReadOptions.LENIENT).read(file)) {
      if (json) new JsonModel(bulk ? Integer.MAX_VALUE - 8 : LONGEST_INLINE).write(dicom, System.out);
      else new HeaderTree(spec.commandLine().getOut()).print(dicom);
    }
    return ExitCode.DONE;
  }
}
