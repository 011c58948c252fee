package umbra.pixel.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of packets (B.12): the precincts of a tile sorted as the progression visits them.
///
/// Positions are compared by the reference grid point at which the standard's loops would meet a precinct, so the loops
/// over every grid point are not needed.
final class Progression {
  static final int LRCP = 0, RLCP = 1, RPCL = 2, PCRL = 3, CPRL = 4;

  private static final Comparator<Precinct> RESOLUTION = Comparator.comparingInt(p -> p.resolution);
  private static final Comparator<Precinct> COMPONENT = Comparator.comparingInt(p -> p.component);
  private static final Comparator<Precinct> INDEX = Comparator.comparingInt(p -> p.index);
  private static final Comparator<Precinct> POSITION = Comparator.<Precinct>comparingLong(p -> p.refY).thenComparingLong(p -> p.refX);

  private Progression() {}

  /// Called for every packet in order.
  @FunctionalInterface
  interface Visit {
    /// @return false to stop
    boolean packet(Precinct precinct, int layer) throws umbra.dicom.DicomException;
  }

  /// Visits the packets of one volume. Layers of a precinct that an earlier volume brought are left out (B.12.2).
  static boolean visit(CodingStyle.Volume volume, int layers, List<Precinct> all, Visit visit) throws umbra.dicom.DicomException {
    var precincts = new ArrayList<Precinct>();
    for (var p : all) {
      if (p.component >= volume.componentStart() && p.component < volume.componentEnd()
          && p.resolution >= volume.resolutionStart() && p.resolution < volume.resolutionEnd()) {
        precincts.add(p);
      }
    }
    precincts.sort(order(volume.progression()));
    int end = Math.min(layers, volume.layerEnd());
    return switch (volume.progression()) {
      case LRCP -> layered(precincts, end, visit);
      case RLCP -> {
        for (int from = 0, to; from < precincts.size(); from = to) {
          to = from;
          while (to < precincts.size() && precincts.get(to).resolution == precincts.get(from).resolution) to++;
          if (!layered(precincts.subList(from, to), end, visit)) yield false;
        }
        yield true;
      }
      default -> {
        for (var precinct : precincts) {
          if (!layered(List.of(precinct), end, visit)) yield false;
        }
        yield true;
      }
    };
  }

  private static Comparator<Precinct> order(int progression) {
    return switch (progression) {
      case LRCP, RLCP -> RESOLUTION.thenComparing(COMPONENT).thenComparing(INDEX);
      case RPCL -> RESOLUTION.thenComparing(POSITION).thenComparing(COMPONENT).thenComparing(INDEX);
      case PCRL -> POSITION.thenComparing(COMPONENT).thenComparing(RESOLUTION).thenComparing(INDEX);
      default -> COMPONENT.thenComparing(POSITION).thenComparing(RESOLUTION).thenComparing(INDEX);
    };
  }

  private static boolean layered(List<Precinct> precincts, int end, Visit visit) throws umbra.dicom.DicomException {
    int first = end;
    for (var precinct : precincts) first = Math.min(first, precinct.layers);
    for (int layer = first; layer < end; layer++) {
      for (var precinct : precincts) {
        if (precinct.layers > layer) continue;
        if (!visit.packet(precinct, layer)) return false;
        precinct.layers = layer + 1;
      }
    }
    return true;
  }
}
