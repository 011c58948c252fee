package umbra.practice.waveform;

import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// Pressures of a heart catheter, and a sound.
public final class Recordings {
  private static final String HAEMODYNAMIC = "1.2.840.10008.5.1.4.1.1.9.2.1";
  private static final String BASIC_VOICE_AUDIO = "1.2.840.10008.5.1.4.1.1.9.4.1";
  private static final double BEAT_SECONDS = 0.82;

  private Recordings() {}

  public static DataSet pressures(Study study, PracticeUids uids) {
    var family = study.person().name().split("\\^")[0];
    var group = Multiplex.of("PRESSURE", 240, 240 * 8)
        .channel("Aorta " + family, "15825003", "SCT", "Aorta", "mm[Hg]", "millimetre of mercury", 0.05, t -> 78 + pulse(t, .12, 44) + Trace.bell(phase(t), .44, .02, 5))
        .channel("Left ventricle", "87878005", "SCT", "Left ventricle", "mm[Hg]", "millimetre of mercury", 0.05, t -> 8 + pulse(t, .10, 112));
    return study.instance(HAEMODYNAMIC, "HD", uids.next(), 2, uids.next(), 1)
        .text("AcquisitionDateTime", study.date() + study.time())
        .items("AcquisitionContextSequence", new Attributes().text("ValueType", "CODE").code("ConceptNameCodeSequence", "109054", "DCM", "Patient State")
            .code("ConceptCodeSequence", "128975004", "SCT", "Resting state").dataSet())
        .items("WaveformSequence", group.item())
        .items("WaveformAnnotationSequence", new Attributes().text("UnformattedTextValue", "Pullback begun, patient " + study.person().id()).shorts("ReferencedWaveformChannels", 1, 0)
            .shorts("AnnotationGroupNumber", 0).dataSet())
        .dataSet();
  }

  private static double phase(double seconds) {
    return seconds % BEAT_SECONDS;
  }

  private static double pulse(double seconds, double from, double height) {
    double t = (phase(seconds) - from) / 0.30;
    return t <= 0 || t >= 1 ? 0 : height * Math.pow(Math.sin(Math.PI * t), 0.7);
  }

  /// Three rising tones.
  public static DataSet sound(Study study, PracticeUids uids) {
    var group = Multiplex.of("VOICE", 8000, 8000 * 3).sound("Dictation", t -> 9000 * Math.sin(Math.PI * (t % 1)) * Math.sin(2 * Math.PI * t * (220 * (1 + Math.floor(t)))));
    return study.instance(BASIC_VOICE_AUDIO, "AU", uids.next(), 3, uids.next(), 1)
        .text("AcquisitionDateTime", study.date() + study.time()).items("AcquisitionContextSequence")
        .items("WaveformSequence", group.item()).dataSet();
  }
}
