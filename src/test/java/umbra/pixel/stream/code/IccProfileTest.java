package umbra.pixel.stream.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IccProfileTest {
  @Test
  void coloursStayAndTextsGo() {
    var original = ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    original.setData(ICC_Profile.icSigProfileDescriptionTag, description("QZ Scanner of Dr Doe"));
    original.setData(ICC_Profile.icSigDeviceMfgDescTag, description("QZ Serial 4711"));
    var before = original.getData();

    var cleaned = IccProfile.cleaned(before).orElseThrow();

    assertTrue(text(before).contains("QZ"));
    assertFalse(text(cleaned).contains("QZ"));
    assertEquals(cleaned.length, ByteBuffer.wrap(cleaned).getInt(0));
    var colours = new ICC_ColorSpace(ICC_Profile.getInstance(cleaned));
    var wanted = new ICC_ColorSpace(original);
    for (var rgb : new float[][] {{0.1f, 0.2f, 0.3f}, {1, 0, 0}, {0, 0.7f, 0.9f}}) assertArrayEquals(wanted.toCIEXYZ(rgb), colours.toCIEXYZ(rgb), 0.001f);
    assertArrayEquals(cleaned, IccProfile.cleaned(cleaned).orElseThrow(), "a second time changes nothing");
  }

  @Test
  void whatIsNoProfileIsReplacedByOneThatOthersRead() {
    assertTrue(IccProfile.cleaned("QZ no profile at all".getBytes(StandardCharsets.US_ASCII)).isEmpty());
    var standard = new ICC_ColorSpace(ICC_Profile.getInstance(IccProfile.standard()));

    assertArrayEquals(ColorSpace.getInstance(ColorSpace.CS_sRGB).toCIEXYZ(new float[] {0.2f, 0.5f, 0.8f}), standard.toCIEXYZ(new float[] {0.2f, 0.5f, 0.8f}), 0.02f);
  }

  private static byte[] description(String text) {
    return ByteBuffer.allocate(12 + text.length() + 1 + 78).put("desc".getBytes(StandardCharsets.US_ASCII)).putInt(8, text.length() + 1).put(12, text.getBytes(StandardCharsets.US_ASCII)).array();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
