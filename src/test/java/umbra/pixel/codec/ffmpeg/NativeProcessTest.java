package umbra.pixel.codec.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;

/// Whatever the worker process does, it is the file that has an error, not Umbra.
class NativeProcessTest {
  private static final Place PLACE = Place.of("memory");
  private static final ImagePixel IMAGE = new ImagePixel(8, 8, 1, Photometric.MONOCHROME2, SampleType.INTEGER, 8, 8, 7, false, false, 1);

  private static NativeProcess.Start shell(String script, long seconds) {
    Assumptions.assumeTrue(java.nio.file.Files.isExecutable(java.nio.file.Path.of("/bin/sh")), "no /bin/sh");
    return new NativeProcess.Start(List.of("/bin/sh", "-c", script), seconds);
  }

  /// A worker that dies, hangs, says nothing known, or promises pixels out of all range.
  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "sleep 60", "kill -SEGV $$", "while :; do echo nonsense; done", "printf 'RRRRRRRRRRRRR'; sleep 60", "printf 'P\\377\\377\\377\\377\\0\\0\\0\\1'; sleep 60",
      "printf 'R\\377\\377\\377\\377\\377\\377\\377\\377\\0\\0\\0\\1'; sleep 60"})
  void aMisbehavingWorkerIsAnErrorOfTheFile(String script) throws DicomException {
    try (var process = new NativeProcess(shell(script, 1), PLACE)) {
      assertThrows(DicomFormatException.class, () -> process.ask(out -> out.writeByte(Wire.FRAME), (_, _) -> new byte[0], PLACE));
    }
  }

  @Test
  void aWorkerThatKeepsReadingMayTakeLongerThanOneStep() throws DicomException {
    var script = "for i in 1 2 3 4 5; do printf 'R\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\1'; head -c 4 >/dev/null; sleep 0.6; done; printf 'D'";
    try (var process = new NativeProcess(shell(script, 2), PLACE)) {
      assertEquals(0, process.ask(out -> {}, (_, _) -> new byte[0], PLACE).width());
    }
  }

  @Test
  void aWorkerThatIsNotThereIsUnsupported() {
    var nothing = new NativeProcess.Start(List.of("/nowhere/java"), 1);

    assertThrows(UnsupportedDicomException.class, () -> new NativeProcess(nothing, PLACE).close());
  }

  @Test
  void hostileBytesAreRefusedAndTheNextFrameFindsAWorker() {
    var random = new Random(3);
    try (var decoder = new Htj2kDecoder()) {
      for (int i = 0; i < 20; i++) {
        var bytes = new byte[300];
        random.nextBytes(bytes);
        // SOC and a SIZ segment that fits, so that the worker gets to see the rest
        byte[] head = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51, 0, 41, 0x40, 0, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 8,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7, 1, 1, (byte) 0xFF, (byte) (0x52 + i)};
        System.arraycopy(head, 0, bytes, 0, head.length);
        var frame = new EncodedFrame(IMAGE, TransferSyntax.HTJ2K, List.of(ByteSlice.of(bytes)), PLACE, Checkpoint.NONE);

        assertThrows(DicomFormatException.class, () -> decoder.decode(frame));
      }
    }
  }

  @Test
  void fragmentsAreOneRunOfBytes() {
    var bytes = new FragmentBytes(List.of(ByteSlice.of(new byte[] {1, 2, 3}), ByteSlice.EMPTY, ByteSlice.of(new byte[] {4, 5})));

    assertEquals(5, bytes.length());
    assertArrayEquals(new byte[] {2, 3}, bytes.read(1, 10));
    assertArrayEquals(new byte[] {4}, bytes.read(3, 1));
    assertArrayEquals(new byte[0], bytes.read(5, 1));
  }
}
