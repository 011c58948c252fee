package umbra.app.object.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import umbra.dicom.DataSet;
import umbra.object.radiotherapy.Dose;
import umbra.object.radiotherapy.Plan;
import umbra.object.radiotherapy.StructureSet;
import umbra.object.spatial.Fiducial;
import umbra.object.spatial.RealWorldMapping;

/// What an object says, as tables.
public record ObjectTables(List<Table> tables) {
  /// @param rows each as long as `columns`
  public record Table(String title, List<String> columns, List<List<String>> rows) {}

  private static final String STRUCTURES = "1.2.840.10008.5.1.4.1.1.481.3";
  private static final String PLAN = "1.2.840.10008.5.1.4.1.1.481.5";
  private static final String ION_PLAN = "1.2.840.10008.5.1.4.1.1.481.8";
  private static final String DOSE = "1.2.840.10008.5.1.4.1.1.481.2";

  private static final String FIDUCIALS = "1.2.840.10008.5.1.4.1.1.66.2";
  private static final String REAL_WORLD = "1.2.840.10008.5.1.4.1.1.67";

  public ObjectTables {
    tables = List.copyOf(tables);
  }

  /// The tables of a kind of object; none for those that are but text.
  public static List<Table> of(String sopClassUid, DataSet dataSet) {
    return switch (sopClassUid) {
      case STRUCTURES -> structures(StructureSet.of(dataSet));
      case PLAN, ION_PLAN -> plan(Plan.of(dataSet));
      case DOSE -> List.of(histograms(Dose.of(dataSet)));
      case FIDUCIALS -> List.of(fiducials(Fiducial.of(dataSet)));
      case REAL_WORLD -> List.of(mappings(RealWorldMapping.of(dataSet)));
      default -> List.of();
    };
  }

  private static List<Table> structures(StructureSet set) {
    var rows = set.rois().stream().map(r -> List.of(String.valueOf(r.number()), r.name(), r.interpretedType(), String.valueOf(r.contours().size()), r.description(),
        r.interpreter(), r.algorithm(), r.color().map("#%06X"::formatted).orElse(""))).toList();
    return List.of(new Table("ROIs (" + rows.size() + ")", List.of("No.", "Name", "Type", "Contours", "Description", "Interpreter", "Algorithm", "Colour"), rows));
  }

  private static List<Table> plan(Plan plan) {
    var tables = new ArrayList<Table>();
    tables.add(new Table("Beams (" + plan.beams().size() + ")", List.of("No.", "Name", "Description", "Machine", "Type", "Radiation", "Energy", "Gantry °", "Control points"),
        plan.beams().stream().map(b -> List.of(String.valueOf(b.number()), b.name(), b.description(), b.machine(), b.type(), b.radiationType(), number(b.energy()),
            number(b.gantryDegrees()), String.valueOf(b.controlPoints()))).toList()));
    var doses = new ArrayList<List<String>>();
    for (var group : plan.fractionGroups()) {
      for (var dose : group.beamDoses()) {
        doses.add(List.of(String.valueOf(group.number()), String.valueOf(group.fractions()), String.valueOf(dose.beam()), number(dose.doseGy()), number(dose.meterset())));
      }
      if (group.beamDoses().isEmpty()) doses.add(List.of(String.valueOf(group.number()), String.valueOf(group.fractions()), "", "", ""));
    }
    tables.add(new Table("Fractions", List.of("Group", "Fractions", "Beam", "Dose Gy", "Meterset"), doses));
    if (!plan.applications().isEmpty()) {
      tables.add(new Table("Brachytherapy", List.of("Setup", "Type", "Name", "Channels"), plan.applications().stream()
          .map(a -> List.of(String.valueOf(a.number()), a.type(), a.name(), String.valueOf(a.channels()))).toList()));
    }
    return tables;
  }

  private static Table histograms(Dose dose) {
    return new Table("Histograms (" + dose.histograms().size() + ")", List.of("ROIs", "Type", "Minimum", "Mean", "Maximum", "Unit", "Bins", "Volume in"),
        dose.histograms().stream().map(h -> List.of(String.join(", ", h.rois().stream().map(String::valueOf).toList()), h.type(), number(h.minimum()), number(h.mean()),
            number(h.maximum()), h.units(), String.valueOf(h.doses().size()), h.volumeUnits())).toList());
  }

  private static Table fiducials(List<Fiducial> all) {
    return new Table("Fiducials (" + all.size() + ")", List.of("Name", "Shape", "Description", "Points in mm", "On images"),
        all.stream().map(f -> List.of(f.name(), f.shape(), f.description(), numbers(f.points()), f.marks().isEmpty() ? "" : String.valueOf(f.marks().size()))).toList());
  }

  private static Table mappings(List<RealWorldMapping> all) {
    return new Table("Mappings (" + all.size() + ")", List.of("Label", "Quantity", "Explanation", "Unit", "Stored from", "to", "Slope", "Intercept", "Table"), all.stream()
        .map(m -> List.of(m.label(), m.quantity(), m.explanation(), m.unit(), bound(m.first()), bound(m.last()), m.table().length > 0 ? "" : "%.6g".formatted(m.slope()),
            m.table().length > 0 ? "" : "%.6g".formatted(m.intercept()), m.table().length > 0 ? m.table().length + " values" : "")).toList());
  }

  private static String bound(double value) {
    return Math.abs(value) == Double.MAX_VALUE ? "any" : "%.6g".formatted(value);
  }

  private static String numbers(double[] values) {
    var text = new StringBuilder();
    for (int i = 0; i < values.length; i++) text.append(i == 0 ? "" : i % 3 == 0 ? "; " : ", ").append("%.1f".formatted(values[i]));
    return text.toString();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? "%.4g".formatted(value.getAsDouble()) : "";
  }
}
