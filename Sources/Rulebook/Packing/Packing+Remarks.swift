import Diagnostics

extension Diagnostic: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(Int(code.rawValue))
    bytes.put(severity, of: [.error, .warning])
    bytes.put(location)
    bytes.put(message)
    bytes.put(labels)
    bytes.put(reason)
    bytes.put(mend)
  }

  package init(from bytes: inout Unpacker) {
    let code: Int = bytes.take()
    self.init(
      DiagnosticCode(rawValue: UInt16(truncatingIfNeeded: code)) ?? .unknownWord, bytes.take(of: [.error, .warning]),
      at: bytes.take(), bytes.take(), labels: bytes.take(), reason: bytes.take(), mend: bytes.take())
  }
}

/// A rulebook is remarked on at its rules; a remark at a cell of data keeps the file alone.
extension Location: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .rule(let span):
      bytes.put(tag: 0)
      bytes.put(span)
    case .file(let path):
      bytes.put(tag: 1)
      bytes.put(path)
    case .cell(let place):
      bytes.put(tag: 1)
      bytes.put(place.file)
    }
  }

  package init(from bytes: inout Unpacker) { self = bytes.takeTag() == 1 ? .file(bytes.take()) : .rule(bytes.take()) }
}

extension Label: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(location)
    bytes.put(wording)
  }

  package init(from bytes: inout Unpacker) { self.init(bytes.take(), bytes.take()) }
}

extension Wording: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(english)
    bytes.put(japanese)
  }

  package init(from bytes: inout Unpacker) { self.init(bytes.take(), bytes.take()) }
}
