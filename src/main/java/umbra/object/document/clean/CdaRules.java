package umbra.object.document.clean;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What the parts of a CDA document (HL7 CDA R2) are, by the names of their elements and attributes.
public final class CdaRules {
  /// What is done with a piece.
  public enum Part {
    /// Codes and the frame of the document: stays.
    FRAME,
    /// Names somebody, a place or an instance: goes.
    IDENTITY,
    /// The value of a point in time of HL7 (TS: digits of DICOM's DT): moved, or goes.
    DAY,
    /// The same, of a birth.
    BIRTH,
    /// Free text: a person decides.
    TEXT
  }

  /// All below these is about persons and organisations, or about other documents.
  private static final Set<String> PEOPLE = Set.of("recordTarget", "dataEnterer", "informant", "custodian", "informationRecipient", "legalAuthenticator", "authenticator", "participant",
      "componentOf", "documentationOf", "relatedDocument", "authorization", "inFulfillmentOf", "author", "performer", "specimen", "subject");
  private static final Set<String> NAMES = Set.of("name", "given", "family", "prefix", "suffix", "addr", "streetAddressLine", "city", "state", "postalCode", "country", "county", "telecom", "id",
      "setId", "versionNumber", "birthTime", "time", "effectiveTime", "low", "high", "center");
  private static final Set<String> TIMES = Set.of("effectiveTime", "time");
  private static final String BIRTH_TIME = "birthTime";
  private static final Set<String> STRUCTURE = Set.of("classCode", "moodCode", "typeCode", "nullFlavor", "contextControlCode", "contextConductionInd", "mediaType", "type", "inversionInd", "negationInd", "operator",
      "determinerCode", "unit", "codeSystem", "codeSystemName", "codeSystemVersion", "code", "colspan", "rowspan", "align", "valign", "listType", "styleCode", "representation");

  private CdaRules() {}

  /// @param where as [umbra.object.document.XmlPieces] gives it: names of elements parted by `/`, an attribute after `@`
  public static Part of(String where) {
    if (where.contains(" comment") || where.contains(" instruction")) return Part.IDENTITY;
    int at = where.indexOf('@');
    var elements = Arrays.asList((at < 0 ? where : where.substring(0, at)).split("/"));
    var element = elements.getLast();
    if (element.equals("typeId") || element.equals("templateId")) return Part.FRAME;
    var attribute = at < 0 ? "" : where.substring(at + 1);
    if (attribute.equals("value") && element.equals(BIRTH_TIME)) return Part.BIRTH;
    if (attribute.equals("value") && isTime(elements)) return Part.DAY;
    boolean people = elements.stream().anyMatch(PEOPLE::contains);
    if (people) return !attribute.isEmpty() && STRUCTURE.contains(attribute) && !attribute.equals("code") ? Part.FRAME : Part.IDENTITY;
    if (NAMES.contains(element) && !STRUCTURE.contains(attribute)) return Part.IDENTITY;
    if (STRUCTURE.contains(attribute)) return Part.FRAME;
    return attribute.equals("root") || attribute.equals("extension") ? Part.IDENTITY : Part.TEXT;
  }

  /// A time, or one end or the middle of an interval of time; `low` and `high` of something else are quantities.
  private static boolean isTime(List<String> elements) {
    var element = elements.getLast();
    if (TIMES.contains(element)) return true;
    return elements.size() > 1 && Set.of("low", "high", "center").contains(element) && TIMES.contains(elements.get(elements.size() - 2));
  }
}
