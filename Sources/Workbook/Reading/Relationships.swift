import Diagnostics

/// The arrows from one part to others (ECMA-376 part 2, 6.5). Parts are found by these, never by their usual names.
struct Relationships: Sendable {
  enum Kind: Sendable {
    case officeDocument, worksheet, otherSheet, sharedStrings, styles, other

    /// Relationship types in the transitional spelling and the strict one end alike.
    init(_ type: [UInt8]) {
      let prefixes: [StaticString] = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/",
        "http://schemas.microsoft.com/office/2006/relationships/",
      ]
      self = .other
      for prefix in prefixes where type.begins(with: prefix) {
        let rest = type[prefix.utf8CodeUnitCount...]
        for (name, kind) in Kind.names where rest.count == name.utf8CodeUnitCount {
          if Array(rest).begins(with: name) { self = kind }
        }
      }
    }

    private static let names: [(StaticString, Kind)] = [
      ("officeDocument", .officeDocument), ("worksheet", .worksheet), ("chartsheet", .otherSheet),
      ("dialogsheet", .otherSheet), ("xlMacrosheet", .otherSheet), ("xlIntlMacrosheet", .otherSheet),
      ("sharedStrings", .sharedStrings), ("styles", .styles),
    ]
  }

  struct Relationship: Sendable {
    let identifier: [UInt8]
    let kind: Kind
    /// The name of the part that is meant; nothing when it lies outside the archive.
    let target: String?
  }

  private(set) var all: [Relationship] = []

  init() {}

  /// - Parameter source: the name of the part from which the relationships lead; empty for those of the whole package.
  init(_ content: [UInt8], from source: String, place: PartPlace, limits: Limits) throws(Refusal) {
    var reader = try MarkupReader(content, place: place, depthLimit: limits.depth)
    guard case .start(.relationships) = try reader.next() else { throw reader.fault(.otherRoot) }
    while true {
      switch try reader.next() {
      case .start(.relationship):
        guard let identifier = reader.attribute("Id"), let type = reader.attribute("Type"),
          let target = reader.attribute("Target")
        else { throw reader.fault(.malformed) }
        // There are no more parts than this; each sheet is looked up among these.
        guard all.count < limits.entries else { throw reader.fault(.tooManyItems(limits.entries)) }
        let isExternal =
          try reader.attribute("TargetMode").map { (mode) throws(Refusal) in try reader.text(of: mode).begins(with: "External") }
        let name = PartName.resolve(try reader.text(of: target), from: source)
        all.append(
          Relationship(
            identifier: try reader.text(of: identifier), kind: Kind(try reader.text(of: type)),
            target: isExternal == true ? nil : name))
      case .start: try reader.skipElement()
      case .end, .text: continue
      case .done: return
      }
    }
  }

  func first(_ kind: Kind) -> Relationship? { all.first { $0.kind == kind } }

  subscript(identifier: [UInt8]) -> Relationship? { all.first { $0.identifier == identifier } }
}

/// The names of parts, as entries of the archive are named: without a slash at the beginning.
enum PartName {
  /// Where the relationships of a part are kept; those of the package, for an empty name.
  static func relationships(of part: String) -> String {
    let name = Array(part.utf8)
    let cut = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: name[..<cut], as: UTF8.self) + "_rels/" + String(decoding: name[cut...], as: UTF8.self) + ".rels"
  }

  /// The part that a target means, seen from a part. Nothing when it climbs out of the archive.
  static func resolve(_ target: [UInt8], from source: String) -> String? {
    var segments: [[UInt8]] = []
    if target.first != UInt8(ascii: "/") {
      segments = Array(source.utf8).split(separator: UInt8(ascii: "/")).dropLast().map { Array($0) }
    }
    for segment in target.split(separator: UInt8(ascii: "/")) {
      if segment.elementsEqual(".".utf8) { continue }
      if segment.elementsEqual("..".utf8) {
        guard segments.popLast() != nil else { return nil }
        continue
      }
      segments.append(unescaped(Array(segment)))
    }
    return String(decoding: Array(segments.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
  }

  /// `%20` and the like as the bytes that they stand for.
  private static func unescaped(_ segment: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < segment.count {
      if segment[index] == UInt8(ascii: "%"), index + 2 < segment.count, let high = hexadecimalDigit(segment[index + 1]),
        let low = hexadecimalDigit(segment[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(segment[index])
        index += 1
      }
    }
    return result
  }
}
