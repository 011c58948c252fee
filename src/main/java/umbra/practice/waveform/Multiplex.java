package umbra.practice.waveform;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.practice.study.Attributes;

/// A multiplex group of signed 16-bit samples (PS3.3 C.10.9).
final class Multiplex {
  private final String label;
  private final int hertz;
  private final int samples;
  private final List<DataSet> definitions = new ArrayList<>();
  private final List<short[]> values = new ArrayList<>();

  private Multiplex(String label, int hertz, int samples) {
    this.label = label;
    this.hertz = hertz;
    this.samples = samples;
  }

  static Multiplex of(String label, int hertz, int samples) {
    return new Multiplex(label, hertz, samples);
  }

  /// @param sensitivity units of one step
  /// @param trace in those units
  Multiplex channel(String name, String code, String scheme, String meaning, String unit, String unitMeaning, double sensitivity, Trace trace) {
    definitions.add(new Attributes().text("ChannelLabel", name).code("ChannelSourceSequence", code, scheme, meaning).text("ChannelSensitivity", Double.toString(sensitivity))
        .code("ChannelSensitivityUnitsSequence", unit, "UCUM", unitMeaning).text("ChannelSensitivityCorrectionFactor", "1").text("ChannelBaseline", "0").text("ChannelSampleSkew", "0")
        .shorts("WaveformBitsStored", 16).dataSet());
    return add(sensitivity, trace);
  }

  /// A channel of sound, which has no units.
  Multiplex sound(String name, Trace trace) {
    definitions.add(new Attributes().text("ChannelLabel", name).code("ChannelSourceSequence", "110501", "DCM", "Audio").text("ChannelSampleSkew", "0").shorts("WaveformBitsStored", 16).dataSet());
    return add(1, trace);
  }

  private Multiplex add(double step, Trace trace) {
    var made = new short[samples];
    for (int i = 0; i < samples; i++) made[i] = (short) Math.clamp(Math.round(trace.at((double) i / hertz) / step), -32767, 32767);
    values.add(made);
    return this;
  }

  DataSet item() {
    var data = new byte[2 * samples * values.size()];
    int to = 0;
    for (int i = 0; i < samples; i++) {
      for (var channel : values) {
        data[to++] = (byte) channel[i];
        data[to++] = (byte) (channel[i] >> 8);
      }
    }
    return new Attributes().text("WaveformOriginality", "ORIGINAL").shorts("NumberOfWaveformChannels", values.size()).longs("NumberOfWaveformSamples", samples)
        .text("SamplingFrequency", Integer.toString(hertz)).text("MultiplexGroupLabel", label).items("ChannelDefinitionSequence", definitions.toArray(DataSet[]::new))
        .shorts("WaveformBitsAllocated", 16).text("WaveformSampleInterpretation", "SS").bytes("WaveformData", VR.OW, data).dataSet();
  }
}
