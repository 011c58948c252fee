package umbra.dicom.dict;
import umbra.dicom.*; import java.util.*;
public final class PrivateDictionary { public static PrivateDictionary standard(){return new PrivateDictionary();}
 public Optional<VR> vr(String c, Tag t){return Optional.empty();} }
