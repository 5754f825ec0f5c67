import Diagnostics

extension MarkupReader {
  /// No element of a workbook comes near this; more would make the search for doubles slow.
  private static let attributeLimit = 64

  /// Reads the attributes of a start tag, up to its `/` or `>`. Declarations of namespaces are bound, not kept.
  mutating func readAttributes() throws(Refusal) {
    while true {
      let before = position
      while MarkupReader.isSpace(byte(position)) { position += 1 }
      let byte = byte(position)
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return }
      guard position > before else { throw fault(position < bytes.count ? .malformed : .incomplete) }
      let attribute = try readAttribute()
      if try bindIfDeclaration(attribute) { continue }
      for earlier in attributes where isSameName(earlier, attribute) { throw fault(.attributeTwice) }
      guard attributes.count < MarkupReader.attributeLimit else { throw fault(.tooManyAttributes) }
      attributes.append(attribute)
    }
  }

  private mutating func readAttribute() throws(Refusal) -> Attribute {
    let nameStart = position
    let (localStart, nameEnd) = try readName(at: nameStart)
    position = nameEnd
    while MarkupReader.isSpace(byte(position)) { position += 1 }
    guard byte(position) == UInt8(ascii: "=") else { throw fault(.malformed) }
    position += 1
    while MarkupReader.isSpace(byte(position)) { position += 1 }
    let quote = byte(position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault(.malformed) }
    let valueStart = position + 1
    var index = valueStart
    var isEncoded = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote { break }
      if byte == UInt8(ascii: "<") { throw fault(.malformed) }
      if byte == UInt8(ascii: "&") || byte < 0x20 { isEncoded = true }
      index += 1
    }
    guard index < bytes.count else { throw fault(.incomplete) }
    position = index + 1
    return Attribute(
      nameStart: nameStart, localStart: localStart, nameEnd: nameEnd, valueStart: valueStart, valueEnd: index,
      isEncoded: isEncoded)
  }

  private mutating func bindIfDeclaration(_ attribute: Attribute) throws(Refusal) -> Bool {
    guard byte(attribute.nameStart) == UInt8(ascii: "x"), bytes.begins(with: "xmlns", at: attribute.nameStart) else {
      return false
    }
    let length = attribute.nameEnd - attribute.nameStart
    let isDefault = length == 5
    guard isDefault || byte(attribute.nameStart + 5) == UInt8(ascii: ":") else { return false }
    var name: [UInt8] = []
    try appendDecoded(attribute.valueStart, attribute.valueEnd, inAttribute: true, to: &name)
    // A prefix cannot be unbound (Namespaces in XML 1.0, 6.1), the default namespace can.
    guard isDefault || !name.isEmpty else { throw fault(.malformed) }
    let start = isDefault ? 0 : attribute.localStart
    try bind(from: start, to: isDefault ? 0 : attribute.nameEnd, to: Namespace.of(name))
    return true
  }

  private func isSameName(_ first: Attribute, _ second: Attribute) -> Bool {
    let length = first.nameEnd - first.nameStart
    guard length == second.nameEnd - second.nameStart else { return false }
    for offset in 0..<length where bytes[first.nameStart + offset] != bytes[second.nameStart + offset] { return false }
    return true
  }

  // MARK: Finding attributes

  /// The attribute of a name that has no prefix.
  @inline(__always)
  func attribute(_ name: StaticString) -> Attribute? {
    for attribute in attributes
    where attribute.localStart == attribute.nameStart
      && attribute.nameEnd - attribute.nameStart == name.utf8CodeUnitCount
      && bytes.begins(with: name, at: attribute.nameStart)
    {
      return attribute
    }
    return nil
  }

  /// The attribute of a name in a namespace.
  func attribute(_ name: StaticString, in namespace: Namespace) throws(Refusal) -> Attribute? {
    for attribute in attributes
    where attribute.localStart != attribute.nameStart
      && attribute.nameEnd - attribute.localStart == name.utf8CodeUnitCount
      && bytes.begins(with: name, at: attribute.localStart)
    {
      if try boundNamespace(from: attribute.nameStart, to: attribute.localStart - 1) == namespace { return attribute }
    }
    return nil
  }

  /// The text of an attribute, decoded.
  func text(of attribute: Attribute) throws(Refusal) -> [UInt8] {
    guard attribute.isEncoded else { return Array(bytes[attribute.valueStart..<attribute.valueEnd]) }
    var text: [UInt8] = []
    try appendDecoded(attribute.valueStart, attribute.valueEnd, inAttribute: true, to: &text)
    return text
  }

  /// Whether an attribute says yes (ECMA-376 part 1, 22.9.2.1 and XML Schema's boolean).
  func isTrue(_ attribute: Attribute?) -> Bool {
    guard let attribute else { return false }
    let length = attribute.valueEnd - attribute.valueStart
    return length == 1 && byte(attribute.valueStart) == UInt8(ascii: "1")
      || length == 4 && bytes.begins(with: "true", at: attribute.valueStart)
      || length == 2 && bytes.begins(with: "on", at: attribute.valueStart)
  }

  /// A whole number from 0 to 2,147,483,647.
  func number(_ attribute: Attribute?) -> Int? {
    guard let attribute else { return nil }
    return wholeNumber(bytes, attribute.valueStart, attribute.valueEnd)
  }
}

/// The whole number that the digits in a range write, from 0 to 2,147,483,647; nothing when there is anything else.
func wholeNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
  guard start >= 0, start < end, end <= bytes.count else { return nil }
  var value: Int64 = 0
  for index in start..<end {
    let digit = bytes[index] &- 0x30
    guard digit < 10 else { return nil }
    value = value * 10 + Int64(digit)
    guard value <= 0x7FFF_FFFF else { return nil }
  }
  return Int(value)
}
