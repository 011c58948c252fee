package umbra.app.object.waveform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DicomFile;
import umbra.object.TextItem;
import umbra.object.waveform.MultiplexGroup;
import umbra.object.waveform.WaveformText;

/// All groups of a waveform object, decoded as far as memory allows.
public record ShownWaveform(List<Paper> papers, List<TextItem> texts) {
  private static final int MOST_SAMPLES = 4_000_000;

  /// A multiplex group.
  ///
  /// @param cut whether it goes on after the samples listed
  public record Paper(String title, double frequencyHz, List<Trace> traces, boolean cut) {
    public double seconds() {
      return frequencyHz > 0 && !traces.isEmpty() ? traces.getFirst().values().length / frequencyHz : 0;
    }
  }

  /// @param values in `units`, in mV where they are voltages
  public record Trace(String title, String units, double[] values) {
    boolean isVoltage() {
      return units.equals("mV");
    }
  }

  static ShownWaveform of(DicomFile file) throws IOException {
    var papers = new ArrayList<Paper>();
    for (var group : MultiplexGroup.of(file.dataSet())) {
      int count = (int) Math.min(group.samples(), MOST_SAMPLES / Math.max(1, group.channels().size()));
      var traces = new ArrayList<Trace>();
      for (int i = 0; i < group.channels().size(); i++) {
        var channel = group.channels().get(i);
        double toMillivolt = switch (channel.units()) {
          case "uV" -> 0.001;
          case "mV" -> 1;
          case "V" -> 1000;
          default -> 0;
        };
        var values = group.samples(i, 0, count);
        if (toMillivolt > 0) for (int k = 0; k < values.length; k++) values[k] *= toMillivolt;
        traces.add(new Trace(channel.title(), toMillivolt > 0 ? "mV" : channel.units(), values));
      }
      var label = group.label().isEmpty() ? "Group " + (papers.size() + 1) : group.label();
      papers.add(new Paper(label, group.frequencyHz(), List.copyOf(traces), count < group.samples()));
    }
    if (papers.isEmpty()) throw new IOException("The object holds no waveform.");
    return new ShownWaveform(List.copyOf(papers), List.copyOf(new WaveformText().texts(file)));
  }
}
