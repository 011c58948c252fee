package umbra.pixel.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;

class CodeStreamKindTest {
  @Test
  void ourOwnStreamsAreRecognised() throws Exception {
    var raster = new Raster(8, 8, 1, 8, false, Photometric.MONOCHROME2, new Raster.Samples.Bytes(new byte[64], false));
    for (var syntax : new TransferSyntax[] {TransferSyntax.RLE_LOSSLESS, TransferSyntax.JPEG_LOSSLESS, TransferSyntax.JPEG_LS_LOSSLESS}) {
      var stream = TestCodecs.all().encoder(syntax).orElseThrow().encode(raster, Checkpoint.NONE);

      assertEquals(Optional.of(syntax), CodeStreamKind.of(ByteSlice.of(stream)));
    }
    var stream = TestCodecs.all().encoder(TransferSyntax.JPEG_2000_LOSSLESS).orElseThrow().encode(raster, Checkpoint.NONE);
    assertEquals(Optional.of(TransferSyntax.JPEG_2000), CodeStreamKind.of(ByteSlice.of(stream)));
  }

  @Test
  void otherBytesAreNot() {
    assertEquals(Optional.empty(), CodeStreamKind.of(ByteSlice.of("no code stream at all".getBytes())));
    assertEquals(Optional.empty(), CodeStreamKind.of(ByteSlice.EMPTY));
  }
}
