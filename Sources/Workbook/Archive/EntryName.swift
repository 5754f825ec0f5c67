/// What may stand as the name of an entry, and when two names are one.
enum EntryName {
  /// What is wrong with a name, if anything.
  enum Fault {
    case empty, absolute, climbing, backslash, control
  }

  /// Names that would lead out of the archive when taken as paths. Nothing is ever unpacked to disk here, but an archive with
  /// such names was made to harm somebody, and parts are looked up by these names.
  static func fault(in name: [UInt8]) -> Fault? {
    guard let first = name.first else { return .empty }
    if first == UInt8(ascii: "/") { return .absolute }
    if name.count >= 2, name[1] == UInt8(ascii: ":") { return .absolute }
    var segmentStart = 0
    for index in 0...name.count {
      guard index == name.count || name[index] == UInt8(ascii: "/") else {
        if name[index] == UInt8(ascii: "\\") { return .backslash }
        if name[index] < 0x20 || name[index] == 0x7F { return .control }
        continue
      }
      if isDots(name[segmentStart..<index]) { return .climbing }
      segmentStart = index + 1
    }
    return nil
  }

  private static func isDots(_ segment: ArraySlice<UInt8>) -> Bool {
    (segment.count == 1 || segment.count == 2) && segment.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// Part names that differ only in the case of ASCII letters name the same part (ECMA-376 part 2, 6.2.2).
  static func folded(_ name: [UInt8]) -> [UInt8] {
    name.map { asciiFolded($0) }
  }
}
