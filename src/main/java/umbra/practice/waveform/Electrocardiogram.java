package umbra.practice.waveform;

import java.util.List;
import java.util.SplittableRandom;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// Ten seconds of twelve leads with annotations, one of which names the patient.
public final class Electrocardiogram {
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.9.1.1";
  private static final int HERTZ = 500;
  private static final int SECONDS = 10;
  private static final double BEAT_SECONDS = 0.82;

  /// A lead: heights in mV of P, Q, R, S and T.
  private record Lead(String name, String code, double p, double q, double r, double s, double t) {}

  private static final List<Lead> LEADS = List.of(
      new Lead("I", "2:1", .10, -.05, .75, -.10, .22), new Lead("II", "2:2", .16, -.08, 1.15, -.18, .32), new Lead("III", "2:61", .07, -.05, .42, -.12, .12),
      new Lead("aVR", "2:62", -.12, .06, -.92, .12, -.26), new Lead("aVL", "2:63", .03, -.06, .36, -.06, .10), new Lead("aVF", "2:64", .11, -.06, .78, -.14, .22),
      new Lead("V1", "2:3", .06, 0, .22, -.95, -.08), new Lead("V2", "2:4", .08, 0, .42, -1.25, .42), new Lead("V3", "2:5", .08, -.02, .75, -.85, .48),
      new Lead("V4", "2:6", .09, -.06, 1.35, -.45, .44), new Lead("V5", "2:7", .09, -.08, 1.25, -.22, .34), new Lead("V6", "2:8", .09, -.08, .95, -.10, .26));

  private Electrocardiogram() {}

  public static DataSet of(Study study, PracticeUids uids, SplittableRandom random) {
    var person = study.person();
    var group = Multiplex.of("RHYTHM", HERTZ, SECONDS * HERTZ);
    for (var lead : LEADS) {
      double wander = random.nextDouble();
      group.channel("Lead " + lead.name(), lead.code(), "MDC", "Lead " + lead.name(),
          "uV", "microvolt", 1.25, t -> (beat(lead, t) + .02 * Math.sin(2 * Math.PI * (.25 * t + wander)) + .008 * (random.nextDouble() - .5)) * 1000);
    }
    return study.instance(SOP_CLASS, "ECG", uids.next(), 1, uids.next(), 1)
        .text("AcquisitionDateTime", study.date() + study.time()).items("AcquisitionContextSequence")
        .items("WaveformSequence", group.item())
        .items("WaveformAnnotationSequence",
            note("Sinus rhythm, normal axis. " + person.name().replace('^', ' ') + ", born " + person.birthDate()),
            note("Confirmed by " + person.referringPhysician().replace('^', ' ').strip()),
            number("8867-4", "Heart rate", "/min", "heart beats per minute", Integer.toString((int) Math.round(60 / BEAT_SECONDS))), number("8634-8", "Q-T interval", "ms", "millisecond", "384"))
        .dataSet();
  }

  private static double beat(Lead lead, double seconds) {
    double t = (seconds + .3) % BEAT_SECONDS;
    return Trace.bell(t, .16, .022, lead.p()) + Trace.bell(t, .268, .008, lead.q()) + Trace.bell(t, .290, .011, lead.r()) + Trace.bell(t, .315, .010, lead.s()) + Trace.bell(t, .53, .045, lead.t());
  }

  private static DataSet note(String text) {
    return new Attributes().text("UnformattedTextValue", text).shorts("AnnotationGroupNumber", 0).shorts("ReferencedWaveformChannels", 1, 0).dataSet();
  }

  private static DataSet number(String code, String meaning, String unit, String unitMeaning, String value) {
    return new Attributes().code("MeasurementUnitsCodeSequence", unit, "UCUM", unitMeaning).code("ConceptNameCodeSequence", code, "LN", meaning).shorts("ReferencedWaveformChannels", 1, 0)
        .text("NumericValue", value).shorts("AnnotationGroupNumber", 1).dataSet();
  }
}
