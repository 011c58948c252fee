package umbra.practice.object;

import umbra.practice.study.CtVolume;

/// An image that another object speaks of.
public record ImageReference(String sopClass, String series, String instance) {
  public static ImageReference of(CtVolume ct, int slice) {
    return new ImageReference(CtVolume.SOP_CLASS, ct.seriesUid(), ct.instances().get(slice));
  }
}
