package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// Beams, fractions and brachytherapy of an RT Plan or RT Ion Plan (PS3.3 C.8.8.9 to C.8.8.15).
public record Plan(String label, String name, String description, String date, List<Beam> beams, List<FractionGroup> fractionGroups, List<Application> applications) {

  /// @param controlPoints how many
  /// @param energy nominal, in MV or MeV as the beam says, of the first control point
  public record Beam(int number, String name, String description, String machine, String type, String radiationType, int controlPoints, OptionalDouble energy,
      OptionalDouble gantryDegrees) {}

  /// @param beamDoses Gy by referenced beam, in the order of the file
  public record FractionGroup(int number, int fractions, List<BeamDose> beamDoses) {}

  /// @param meterset monitor units or minutes
  public record BeamDose(int beam, OptionalDouble doseGy, OptionalDouble meterset) {}

  /// One application setup of brachytherapy.
  ///
  /// @param channels how many
  public record Application(int number, String type, String name, int channels) {}

  public Plan {
    beams = List.copyOf(beams);
    fractionGroups = List.copyOf(fractionGroups);
    applications = List.copyOf(applications);
  }

  public static Plan of(DataSet d) {
    var beams = Stream.concat(d.items(Tag.of(0x300A, 0x00B0)).stream(), d.items(Tag.of(0x300A, 0x03A2)).stream()).map(Plan::beam).toList();
    var applications = d.items(Tag.of(0x300A, 0x0230)).stream().map(a -> new Application(a.integer(Tag.of(0x300A, 0x0234)).orElse(0),
        text(a, 0x0232), text(a, 0x0236), a.items(Tag.of(0x300A, 0x0280)).size())).toList();
    return new Plan(text(d, 0x0002), text(d, 0x0003), text(d, 0x0004), text(d, 0x0006), beams, groups(d), applications);
  }

  private static String text(DataSet d, int element) {
    return d.text(Tag.of(0x300A, element)).orElse("");
  }

  private static Beam beam(DataSet b) {
    var points = Stream.concat(b.items(Tag.of(0x300A, 0x0111)).stream(), b.items(Tag.of(0x300A, 0x03A8)).stream()).toList();
    var first = points.isEmpty() ? DataSet.EMPTY : points.getFirst();
    return new Beam(b.integer(Tag.of(0x300A, 0x00C0)).orElse(0), text(b, 0x00C2), text(b, 0x00C3), text(b, 0x00B2), text(b, 0x00C4), text(b, 0x00C6),
        points.size(), first.decimal(Tag.of(0x300A, 0x0114), 0), first.decimal(Tag.of(0x300A, 0x011E), 0));
  }

  private static List<FractionGroup> groups(DataSet d) {
    var groups = new ArrayList<FractionGroup>();
    for (var g : d.items(Tag.of(0x300A, 0x0070))) {
      var doses = g.items(Tag.of(0x300C, 0x0004)).stream().map(r -> new BeamDose(r.integer(Tag.of(0x300C, 0x0006)).orElse(0),
          r.decimal(Tag.of(0x300A, 0x0084), 0), r.decimal(Tag.of(0x300A, 0x0086), 0))).toList();
      groups.add(new FractionGroup(g.integer(Tag.of(0x300A, 0x0071)).orElse(0), g.integer(Tag.of(0x300A, 0x0078)).orElse(0), doses));
    }
    return groups;
  }
}
