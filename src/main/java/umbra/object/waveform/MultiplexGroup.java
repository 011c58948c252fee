package umbra.object.waveform;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tag;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

/// Channels that were sampled together. Samples are decoded when asked for.
public final class MultiplexGroup {
  static final Tag WAVEFORM_SEQUENCE = Tag.of(0x5400, 0x0100);
  private static final Tag CHANNEL_DEFINITIONS = Tag.of(0x003A, 0x0200);

  private final String label;
  private final List<Channel> channels;
  private final long samples;
  private final double frequencyHz;
  private final String interpretation;
  private final int bytesEach;
  private final ByteSlice data;
  private final ByteOrder order;

  private MultiplexGroup(DataSet item) {
    label = item.text(Tag.of(0x003A, 0x0020)).orElse("");
    channels = item.items(CHANNEL_DEFINITIONS).stream().map(MultiplexGroup::channel).toList();
    frequencyHz = item.decimal(Tag.of(0x003A, 0x001A), 0).orElse(0);
    interpretation = item.text(Tag.of(0x5400, 0x1006)).orElse("SS");
    bytesEach = switch (interpretation) {
      case "SB", "UB", "MB", "AB" -> 1;
      case "SL", "UL" -> 4;
      case "SV", "UV" -> 8;
      default -> 2;
    };
    var value = item.find(Tag.of(0x5400, 0x1010)).map(e -> e.value()).orElse(Value.EMPTY);
    data = value instanceof Value.Bytes(var raw, _) ? raw : ByteSlice.EMPTY;
    order = value instanceof Value.Bytes(_, var o) ? o : ByteOrder.LITTLE_ENDIAN;
    long held = channels.isEmpty() ? 0 : data.length() / ((long) bytesEach * channels.size());
    long stated = Math.max(0, (long) item.decimal(Tag.of(0x003A, 0x0010), 0).orElse(held));
    samples = Math.min(stated, held);
  }

  /// All groups of a waveform object.
  public static List<MultiplexGroup> of(DataSet dataSet) {
    var groups = new ArrayList<MultiplexGroup>();
    for (var item : dataSet.items(WAVEFORM_SEQUENCE)) groups.add(new MultiplexGroup(item));
    return groups;
  }

  private static Channel channel(DataSet d) {
    var source = d.items(Tag.of(0x003A, 0x0208)).stream().findFirst().flatMap(c -> c.text(Tag.of(0x0008, 0x0104))).orElse("");
    var units = d.items(Tag.of(0x003A, 0x0211)).stream().findFirst().flatMap(c -> c.text(Tag.of(0x0008, 0x0100))).orElse("");
    double factor = d.decimal(Tag.of(0x003A, 0x0210), 0).orElse(1) * d.decimal(Tag.of(0x003A, 0x0212), 0).orElse(1);
    return new Channel(d.text(Tag.of(0x003A, 0x0203)).orElse(""), source, units, factor, d.decimal(Tag.of(0x003A, 0x0213), 0).orElse(0),
        d.decimal(Tag.of(0x003A, 0x0214), 0).orElse(0));
  }

  public String label() {
    return label;
  }

  public List<Channel> channels() {
    return channels;
  }

  /// Samples of each channel that are really there.
  public long samples() {
    return samples;
  }

  public double frequencyHz() {
    return frequencyHz;
  }

  /// Some samples of a channel in its units.
  ///
  /// @param channel index from 0
  /// @param from index of the first sample, from 0; the result is shorter where the waveform ends
  /// @throws DicomFormatException if the samples are of a kind the standard does not know
  public double[] samples(int channel, long from, int count) throws DicomFormatException {
    var definition = channels.get(channel);
    int n = (int) Math.clamp(samples - from, 0, count);
    var values = new double[n];
    for (int i = 0; i < n; i++) values[i] = stored(((from + i) * channels.size() + channel) * bytesEach) * definition.factor() + definition.baseline();
    return values;
  }

  private double stored(long at) throws DicomFormatException {
    var view = data.bytes();
    return switch (interpretation) {
      case "SB" -> view.get(ValueLayout.JAVA_BYTE, at);
      case "UB" -> view.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
      case "MB" -> muLaw(view.get(ValueLayout.JAVA_BYTE, at) & 0xFF);
      case "AB" -> aLaw(view.get(ValueLayout.JAVA_BYTE, at) & 0xFF);
      case "SS" -> view.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
      case "US" -> view.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) & 0xFFFF;
      case "SL" -> view.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
      case "UL" -> view.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at) & 0xFFFF_FFFFL;
      case "SV", "UV" -> view.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
      default -> throw new DicomFormatException("Waveform Sample Interpretation that the standard does not know", Place.of(data.source().name(), data.offset()));
    };
  }

  /// ITU-T G.711 mu-law to 14-bit linear, scaled to 16 bits.
  static int muLaw(int code) {
    int inverted = ~code & 0xFF;
    int magnitude = ((inverted & 0x0F) << 3) + 0x84 << (inverted >> 4 & 7);
    return (inverted & 0x80) == 0 ? magnitude - 0x84 : 0x84 - magnitude;
  }

  /// ITU-T G.711 A-law to 13-bit linear, scaled to 16 bits.
  static int aLaw(int code) {
    int toggled = code ^ 0x55;
    int segment = toggled >> 4 & 7;
    int magnitude = ((toggled & 0x0F) << 4) + 8;
    if (segment > 0) magnitude = magnitude + 0x100 << segment - 1;
    return (toggled & 0x80) != 0 ? magnitude : -magnitude;
  }

  /// The largest and smallest of all samples of a channel in its units; empty without samples.
  public Optional<double[]> range(int channel) throws DicomFormatException {
    var low = OptionalDouble.empty();
    double high = 0;
    for (long from = 0; from < samples; from += 4096) {
      for (double v : samples(channel, from, 4096)) {
        high = low.isEmpty() ? v : Math.max(high, v);
        low = OptionalDouble.of(low.isEmpty() ? v : Math.min(low.getAsDouble(), v));
      }
    }
    return low.isEmpty() ? Optional.empty() : Optional.of(new double[] {low.getAsDouble(), high});
  }
}
