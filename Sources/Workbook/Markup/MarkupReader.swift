import Diagnostics

/// A strict pull reader of XML 1.0 with namespaces: the parts of a workbook need no more, and less is easier to trust.
///
/// There are no document types, so no entities but the five of XML and character references. Offsets, not strings, are handed
/// out; the caller decodes what it keeps. Nesting is bounded, and every byte is looked at once.
struct MarkupReader {
  enum Event {
    case start(Word)
    case end(Word)
    /// Character data, in `textStart..<textEnd`; one run of it may come in several pieces.
    case text
    case done
  }

  /// An attribute of the element that has just started.
  struct Attribute {
    var nameStart: Int
    /// Where the local part of the name starts: after the prefix, if any.
    var localStart: Int
    var nameEnd: Int
    var valueStart: Int
    var valueEnd: Int
    /// Whether the value holds references or line breaks that must be decoded.
    var isEncoded: Bool
  }

  private struct Element {
    var nameStart: Int
    var nameEnd: Int
    var word: Word
    /// How many prefixes were bound before this element.
    var bindings: Int
  }

  private struct Binding {
    var prefixStart: Int
    var prefixEnd: Int
    var namespace: Namespace
  }

  /// Prefixes bound at one time. A workbook has about a dozen; thousands would make each element slow.
  private static let bindingLimit = 64

  let bytes: [UInt8]
  let place: PartPlace
  private let depthLimit: Int
  var position = 0
  private(set) var textStart = 0
  private(set) var textEnd = 0
  /// Whether the text holds references or carriage returns that must be decoded.
  private(set) var textIsEncoded = false
  var attributes: [Attribute] = []
  private var elements: [Element] = []
  private var bindings: [Binding] = []
  private var defaultNamespace = Namespace.none
  private var isEmptyElement = false
  private var hasRoot = false

  init(_ content: [UInt8], place: PartPlace, depthLimit: Int = Limits.standard.depth) throws(Refusal) {
    switch MarkupText.utf8(content) {
    case .utf8(let text): bytes = text
    case .faulty(let fault, let position): throw fault.refusal(place, at: position)
    }
    self.place = place
    self.depthLimit = depthLimit
    try readDeclaration()
  }

  var depth: Int { elements.count }

  func fault(_ fault: MarkupFault) -> Refusal { fault.refusal(place, at: position) }

  /// The byte at an index; 0, which no part can hold, beyond the end.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  mutating func next() throws(Refusal) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      return .end(try closeElement())
    }
    while true {
      guard position < bytes.count else {
        guard elements.isEmpty, hasRoot else { throw fault(.incomplete) }
        return .done
      }
      guard bytes[position] == UInt8(ascii: "<") else {
        if try readText() { return .text }
        continue
      }
      switch byte(position + 1) {
      case UInt8(ascii: "/"): return .end(try readEndTag())
      case UInt8(ascii: "?"): try skipInstruction()
      case UInt8(ascii: "!"):
        if try readDeclarationOrSection() { return .text }
      default: return .start(try readStartTag())
      }
    }
  }

  /// Passes over the element that has just started, with all that it holds.
  mutating func skipElement() throws(Refusal) {
    let outside = elements.count - 1
    while elements.count > outside {
      if case .done = try next() { return }
    }
  }

  // MARK: Text

  /// Reads up to the next tag. Between the elements at the top only white space may stand, which is not handed out.
  private mutating func readText() throws(Refusal) -> Bool {
    textStart = position
    textIsEncoded = false
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: "&") || byte == 0x0D { textIsEncoded = true }
      index += 1
    }
    position = index
    textEnd = index
    guard elements.isEmpty else { return true }
    for offset in textStart..<textEnd where !MarkupReader.isSpace(bytes[offset]) { throw fault(.malformed) }
    return false
  }

  /// Comments are passed over, character data sections handed out, anything else refused.
  private mutating func readDeclarationOrSection() throws(Refusal) -> Bool {
    if bytes.begins(with: "<!--", at: position) {
      try skip(past: "-->", from: position + 4)
      return false
    }
    if bytes.begins(with: "<![CDATA[", at: position), !elements.isEmpty {
      textStart = position + 9
      try skip(past: "]]>", from: textStart)
      textEnd = position - 3
      textIsEncoded = false
      return true
    }
    throw fault(bytes.begins(with: "<!DOCTYPE", at: position) ? .documentType : .malformed)
  }

  mutating func skip(past mark: StaticString, from start: Int) throws(Refusal) {
    let first = mark.utf8Start[0]
    var index = start
    while index < bytes.count {
      if bytes[index] == first, bytes.begins(with: mark, at: index) {
        position = index + mark.utf8CodeUnitCount
        return
      }
      index += 1
    }
    throw fault(.incomplete)
  }

  private mutating func skipInstruction() throws(Refusal) {
    // The declaration may only stand at the very beginning, where it has been read already.
    if bytes.begins(with: "<?xml", at: position), !MarkupReader.isName(byte(position + 5)) { throw fault(.malformed) }
    try skip(past: "?>", from: position + 2)
  }

  // MARK: Tags

  private mutating func readEndTag() throws(Refusal) -> Word {
    let start = position + 2
    guard let element = elements.last else { throw fault(.mismatchedEnd) }
    let length = element.nameEnd - element.nameStart
    guard start + length < bytes.count else { throw fault(.incomplete) }
    for offset in 0..<length where bytes[start + offset] != bytes[element.nameStart + offset] { throw fault(.mismatchedEnd) }
    var index = start + length
    while MarkupReader.isSpace(byte(index)) { index += 1 }
    guard byte(index) == UInt8(ascii: ">") else { throw fault(.mismatchedEnd) }
    position = index + 1
    return try closeElement()
  }

  private mutating func closeElement() throws(Refusal) -> Word {
    guard let element = elements.popLast() else { throw fault(.mismatchedEnd) }
    if element.bindings < bindings.count {
      bindings.removeLast(bindings.count - element.bindings)
      defaultNamespace = namespace(from: 0, to: 0) ?? .none
    }
    return element.word
  }

  private mutating func readStartTag() throws(Refusal) -> Word {
    guard elements.count < depthLimit else { throw fault(.tooDeep(depthLimit)) }
    guard !elements.isEmpty || !hasRoot else { throw fault(.malformed) }
    let nameStart = position + 1
    let (localStart, nameEnd) = try readName(at: nameStart)
    let bound = bindings.count
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    position = nameEnd
    if byte(nameEnd) != UInt8(ascii: ">") { try readAttributes() }
    isEmptyElement = byte(position) == UInt8(ascii: "/")
    if isEmptyElement { position += 1 }
    guard byte(position) == UInt8(ascii: ">") else { throw fault(position < bytes.count ? .malformed : .incomplete) }
    position += 1
    let namespace =
      localStart == nameStart ? defaultNamespace : try boundNamespace(from: nameStart, to: localStart - 1)
    let word = Word.of(bytes, localStart, nameEnd, in: namespace)
    elements.append(Element(nameStart: nameStart, nameEnd: nameEnd, word: word, bindings: bound))
    hasRoot = true
    return word
  }

  /// Reads a name, with at most one colon in it.
  func readName(at start: Int) throws(Refusal) -> (localStart: Int, end: Int) {
    var index = start
    var localStart = start
    guard MarkupReader.isNameStart(byte(index)) else { throw fault(.malformed) }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        guard localStart == start, MarkupReader.isNameStart(self.byte(index + 1)) else { throw fault(.malformed) }
        localStart = index + 1
      } else if !MarkupReader.isName(byte) {
        break
      }
      index += 1
    }
    return (localStart, index)
  }

  // MARK: Namespaces

  /// Binds a prefix, or the default namespace when the prefix is empty.
  mutating func bind(from start: Int, to end: Int, to namespace: Namespace) throws(Refusal) {
    guard bindings.count < MarkupReader.bindingLimit else { throw fault(.tooManyAttributes) }
    bindings.append(Binding(prefixStart: start, prefixEnd: end, namespace: namespace))
    if start == end { defaultNamespace = namespace }
  }

  /// What a prefix of an element or attribute stands for.
  func boundNamespace(from start: Int, to end: Int) throws(Refusal) -> Namespace {
    if end - start == 3, bytes.begins(with: "xml", at: start) { return .xml }
    guard let namespace = namespace(from: start, to: end) else { throw fault(.undeclaredPrefix) }
    return namespace
  }

  private func namespace(from start: Int, to end: Int) -> Namespace? {
    for binding in bindings.reversed()
    where binding.prefixEnd - binding.prefixStart == end - start
      && bytes[binding.prefixStart..<binding.prefixEnd].elementsEqual(bytes[start..<end])
    {
      return binding.namespace
    }
    return nil
  }

  // MARK: Characters

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Letters of other scripts are all let through: no part that is read here has names with them.
  @inline(__always)
  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  @inline(__always)
  static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
