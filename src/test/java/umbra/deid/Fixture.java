package umbra.deid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.Map;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.Profile;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;

/// A small CT instance and planners of the shipped profiles.
final class Fixture {
  static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  private Fixture() {}

  static Profile profile(String name) throws IOException {
    return ProfileStore.read(Path.of("profiles", name + ".yaml"));
  }

  static KeyedPseudonyms pseudonyms(String secret) throws InvalidKeyException {
    return new KeyedPseudonyms(ProjectKey.of(secret.getBytes(StandardCharsets.US_ASCII)), PatientNaming.KEYED, Map.of(), false);
  }

  static Planner planner(Profile profile) throws InvalidKeyException {
    return new Planner(profile, pseudonyms("a key of the tests, long enough"));
  }

  static Planner planner(String name) throws IOException, InvalidKeyException {
    return planner(profile(name));
  }

  static DataElement element(int packed, VR vr, String text) {
    return DataElement.ofAscii(new Tag(packed), vr, text);
  }

  static DataSet ct(DataElement... more) {
    var dataSet = DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, CT), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.3.6.1.4.1.9.77.5"),
        element(0x0010_0010, VR.PN, "Zwetsloot^Quirine"), element(0x0010_0020, VR.LO, "QX-77431"), element(0x0020_000D, VR.UI, "1.3.6.1.4.1.9.77.1"),
        element(0x0020_000E, VR.UI, "1.3.6.1.4.1.9.77.2"));
    for (var element : more) dataSet = dataSet.with(element);
    return dataSet;
  }

  /// All of it as it would be written, one character a byte.
  static String text(DataSet dataSet) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    new umbra.dicom.write.DicomWriter().write(umbra.dicom.write.DicomWriter.newFile(dataSet, umbra.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), java.nio.channels.Channels.newChannel(bytes));
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
