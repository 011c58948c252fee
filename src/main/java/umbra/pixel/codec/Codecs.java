package umbra.pixel.codec;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;

/// The table of codecs by Transfer Syntax: it holds those it was given and knows no others.
public final class Codecs {
  private final Map<TransferSyntax, FrameDecoder> decoders = new EnumMap<>(TransferSyntax.class);
  private final Map<TransferSyntax, FrameEncoder> encoders = new EnumMap<>(TransferSyntax.class);

  /// @throws IllegalArgumentException if two claim the same syntax
  public Codecs(Collection<? extends FrameDecoder> decoders, Collection<? extends FrameEncoder> encoders) {
    for (var decoder : decoders) {
      for (var syntax : decoder.transferSyntaxes()) {
        if (this.decoders.put(syntax, decoder) != null) throw new IllegalArgumentException("two decoders for " + syntax);
      }
    }
    for (var encoder : encoders) {
      if (this.encoders.put(encoder.transferSyntax(), encoder) != null) throw new IllegalArgumentException("two encoders for " + encoder.transferSyntax());
    }
  }

  /// @throws UnsupportedDicomException if no codec decodes this syntax
  public FrameDecoder decoder(TransferSyntax syntax, Place place) throws UnsupportedDicomException {
    var decoder = decoders.get(syntax);
    if (decoder == null) throw new UnsupportedDicomException("no decoder for " + syntax.title(), place);
    return decoder;
  }

  public Optional<FrameEncoder> encoder(TransferSyntax syntax) {
    return Optional.ofNullable(encoders.get(syntax));
  }
}
