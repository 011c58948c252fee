package umbra.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.LostCatalogException;
import umbra.dicom.DicomException;

/// The root of all commands.
@Command(name = "umbra", description = "Curates DICOM collections so that they can be shared. Works on this machine only.",
    synopsisSubcommandLabel = "COMMAND", subcommands = CommandLine.HelpCommand.class)
public final class UmbraCommand implements Runnable {
  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Option(names = "--version", description = "Show the version.")
  private boolean version;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  private UmbraCommand() {}

  /// Runs a command line and returns its exit code.
  ///
  /// @param commands the commands below the root, put together by `umbra.Main`
  public static int run(String[] arguments, List<Object> commands) {
    var line = new CommandLine(new UmbraCommand());
    for (var command : wanted(arguments, commands)) line.addSubcommand(command);
    withHelp(line);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((exception, failed, _) -> explain(exception, failed.getErr()));
    int code = line.execute(arguments);
    line.getOut().flush();
    return code;
  }

  /// All commands below explain themselves.
  private static void withHelp(CommandLine line) {
    for (var below : line.getSubcommands().values()) {
      if (below.getCommand() instanceof CommandLine.HelpCommand) continue;
      below.getCommandSpec().addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
      withHelp(below);
    }
  }

  /// The command that is named first, or all: to look into each of them takes longer than to de-identify a hundred files.
  private static List<Object> wanted(String[] arguments, List<Object> commands) {
    if (arguments.length == 0) return commands;
    var named = commands.stream().filter(c -> c.getClass().getAnnotation(Command.class).name().equals(arguments[0])).toList();
    return named.isEmpty() ? commands : named;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, or give none for the window.");
  }

  /// One line that names the file and what is wrong with it; a stack trace would help nobody at a terminal.
  private static int explain(Exception exception, PrintWriter err) throws Exception {
    return switch (exception) {
      case CancellationException _ -> ExitCode.CANCELLED;
      case CatalogException e -> {
        err.println("umbra: " + e.getMessage());
        yield ExitCode.WORKSPACE;
      }
      case LostCatalogException e -> {
        err.println("umbra: " + e.getMessage());
        yield ExitCode.WORKSPACE;
      }
      case DicomException e -> fail(err, e.getMessage());
      case NoSuchFileException e -> fail(err, e.getFile() + ": no such file");
      case AccessDeniedException e -> fail(err, e.getFile() + ": may not be read or written");
      case FileSystemException e -> fail(err, e.getFile() + ": " + (e.getReason() == null ? "cannot be read or written" : e.getReason()));
      case UncheckedIOException e -> fail(err, String.valueOf(e.getMessage()));
      case IOException e -> fail(err, String.valueOf(e.getMessage()));
      default -> throw exception;
    };
  }

  private static int fail(PrintWriter err, String message) {
    err.println("umbra: " + message);
    return ExitCode.FOUND;
  }
}
