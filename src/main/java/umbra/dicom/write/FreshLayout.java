package umbra.dicom.write;

import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Value;

/// The same content, to be encoded anew: what was tolerated of the delimiters and lengths of its file is not written again (PS3.5 7.5).
public final class FreshLayout {
  private FreshLayout() {}

  public static DataSet of(DataSet dataSet) {
    return dataSet.withElements(dataSet.stream().map(FreshLayout::of).toList());
  }

  private static DataElement of(DataElement element) {
    return switch (element.value()) {
      case Value.Items(var items) -> element.withValue(new Value.Items(items.stream().map(FreshLayout::of).toList()));
      case Value.Fragments fragments -> element.withValue(fragments);
      case Value.Bytes _ -> element;
    };
  }
}
