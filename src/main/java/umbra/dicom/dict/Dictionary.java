package umbra.dicom.dict;
import umbra.dicom.*; import java.util.*; import java.nio.file.*;
public final class Dictionary { 
 static final Map<Integer,List<VR>> M = new HashMap<>();
 static { try { for (var l : Files.readAllLines(Path.of("/work/shared/standard/data-elements.csv"))) { if (!l.startsWith("\"") || l.substring(0,10).contains("x")) continue; var t=Tag.parse(l.substring(1,10)); var f=l.substring(12).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"); var vrs=new ArrayList<VR>(); for (var v: f[2].split("[|]| or ")) if(v.length()==2) vrs.add(VR.valueOf(v)); M.put(t.packed(), vrs);} } catch(Exception e){throw new IllegalStateException(e);} }
 public static Dictionary standard(){return new Dictionary();}
 public record Entry(List<VR> vrs){}
 public VR implicitVr(int t){ var v=M.get(t); if(v!=null&&!v.isEmpty()) return v.contains(VR.OW)?VR.OW:v.getFirst(); if((t>>>16&1)==1) return VR.UN; return (t&0xffff)==0?VR.UL:VR.UN; } public VR implicitVr(int t, boolean s){return implicitVr(t);}
 public Optional<Entry> find(Tag t){return Optional.ofNullable(M.get(t.packed())).map(Entry::new);} }
