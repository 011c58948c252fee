package umbra.deid.table;

/// Type of an Attribute (PS3.5 7.4), the one that binds most first: an element that is there under 1C must have a value.
public enum AttributeType {
  ONE("1"),
  ONE_C("1C"),
  TWO("2"),
  TWO_C("2C"),
  THREE("3");

  private final String printed;

  AttributeType(String printed) {
    this.printed = printed;
  }

  static AttributeType of(String printed) {
    for (var type : values()) if (type.printed.equals(printed)) return type;
    throw new IllegalArgumentException("no Type " + printed);
  }

  @Override
  public String toString() {
    return printed;
  }
}
