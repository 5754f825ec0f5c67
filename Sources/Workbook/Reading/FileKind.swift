/// What a file is that was handed in as a workbook, told by its first bytes and not by its name.
package enum FileKind: Sendable, Hashable {
  /// A zip archive: perhaps a workbook.
  case archive
  case empty
  /// A workbook that asks for a password.
  case passwordProtected
  /// A workbook of the formats before 2007 (.xls).
  case oldWorkbook
  /// A workbook in one piece of XML, as programs of 2003 exported it.
  case markupWorkbook
  /// Another office document of the old kind.
  case oldDocument
  case webPage
  case delimitedText
  case pdf
  case unknown

  package init(_ bytes: [UInt8]) {
    self = FileKind(signedBy: bytes) ?? (PlainText(bytes).isDelimited ? .delimitedText : .unknown)
  }

  /// What the beginning of a file says in so many words; nothing where any other text or bytes stand there.
  package init?(signedBy bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.begins(with: "PK") {
      self = .archive
    } else if bytes.littleEndian32(at: 0) == 0xE011_CFD0, bytes.littleEndian32(at: 4) == 0xE11A_B1A1 {
      self = CompoundFile.kind(bytes)
    } else if bytes.begins(with: "%PDF") {
      self = .pdf
    } else if bytes[0] == 0x09, let kind = bytes.littleEndian16(at: 0), [0x0009, 0x0209, 0x0409, 0x0809].contains(kind) {
      self = .oldWorkbook
    } else if PlainText.mayBeMarkup(bytes), let kind = PlainText(bytes).markupKind {
      self = kind
    } else {
      return nil
    }
  }
}

/// The container of the formats before 2007, and of workbooks with a password: a small file system in a file.
private enum CompoundFile {
  /// The names of its streams tell what it holds. They stand in records of 128 bytes that begin at multiples of 128, so they
  /// are found without following the chains of sectors, which a damaged file may have lost.
  static func kind(_ bytes: [UInt8]) -> FileKind {
    var isWorkbook = false
    var record = 512
    while record + 128 <= bytes.count {
      if hasName("EncryptedPackage", bytes, record) { return .passwordProtected }
      if hasName("Workbook", bytes, record) || hasName("Book", bytes, record) { isWorkbook = true }
      record += 128
    }
    return isWorkbook ? .oldWorkbook : .oldDocument
  }

  private static func hasName(_ name: StaticString, _ bytes: [UInt8], _ record: Int) -> Bool {
    let length = name.utf8CodeUnitCount
    guard let stated = bytes.littleEndian16(at: record + 64), Int(stated) == 2 * length + 2 else { return false }
    for index in 0..<length {
      guard bytes[record + 2 * index] == name.utf8Start[index], bytes[record + 2 * index + 1] == 0 else { return false }
    }
    return true
  }
}

/// Texts that were given the name of a workbook: their first 4,096 bytes.
private struct PlainText {
  /// Without its zeros a text is readable enough whether it is UTF-8, UTF-16 or CP932.
  private var text: ArraySlice<UInt8>
  /// Past marks and spaces.
  private var start: Int

  init(_ bytes: [UInt8]) {
    let isWide = bytes.littleEndian16(at: 0) == 0xFEFF || bytes.littleEndian16(at: 0) == 0xFFFE
    text = bytes.prefix(4_096)
    if isWide { text.removeAll { $0 == 0 } }
    start = min(text.endIndex, text.startIndex + (isWide ? 2 : bytes.begins(with: "\u{FEFF}") ? 3 : 0))
    while start < text.endIndex, MarkupReader.isSpace(text[start]) { start += 1 }
  }

  /// Whether a sign of markup stands first, past marks, spaces and the zeros of wide characters.
  static func mayBeMarkup(_ bytes: [UInt8]) -> Bool {
    let first = bytes.prefix(4_096).first { byte in
      switch byte {
      case 0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: false
      default: !MarkupReader.isSpace(byte)
      }
    }
    return first == UInt8(ascii: "<") || first.map { asciiFolded($0) } == UInt8(ascii: "m")
  }

  /// Whether it holds separators and no bytes that no text has.
  var isDelimited: Bool {
    text.withUnsafeBufferPointer { text in
      var hasSeparator = false
      for byte in text {
        if byte < 0x20 {
          if !MarkupReader.isSpace(byte) { return false }
          if byte == 0x09 { hasSeparator = true }
        } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
          hasSeparator = true
        }
      }
      return hasSeparator
    }
  }

  /// What markup it is that begins here; nothing where none does.
  var markupKind: FileKind? {
    guard start < text.endIndex, text[start] == UInt8(ascii: "<") || asciiFolded(text[start]) == UInt8(ascii: "m") else {
      return nil
    }
    let small = text[start...].map { asciiFolded($0) }
    if small.begins(with: "mime-version:") { return .webPage }
    guard small.begins(with: "<") else { return nil }
    if contains(small, "urn:schemas-microsoft-com:office:spreadsheet"), !contains(small, "<html") { return .markupWorkbook }
    for sign in ["<!doctype html", "<table", "<meta", "<head", "<body", "<div", "<style"] as [StaticString]
    where small.begins(with: sign) {
      return .webPage
    }
    return contains(small, "<html") ? .webPage : .unknown
  }

  private func contains(_ text: [UInt8], _ part: StaticString) -> Bool {
    let length = part.utf8CodeUnitCount
    guard length <= text.count else { return false }
    for index in 0...(text.count - length) where text.begins(with: part, at: index) { return true }
    return false
  }
}
