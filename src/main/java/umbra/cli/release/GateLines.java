package umbra.cli.release;

import java.io.PrintWriter;
import java.util.List;
import umbra.workspace.export.Gate;

/// Prints what is open, and how it is settled.
final class GateLines {
  private GateLines() {}

  static void print(PrintWriter out, List<Gate> gates) {
    for (var gate : gates) out.println("umbra: " + (gate.isClosed() ? "open: " : "passed: ") + gate.kind().word() + ": " + gate.count() + " " + gate.kind().text());
    if (!Gate.closed(gates).isEmpty()) out.println("umbra: settle these, or pass a gate with a row `gate,WORD,,,pass,,REASON` of `umbra decide`");
  }
}
