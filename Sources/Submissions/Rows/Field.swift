/// One cell of a delimited file, as a piece of its decoded bytes.
package struct Field: Sendable, Hashable {
  /// The first byte of the content; the opening quote when `needsUnescape`.
  package let start: Int
  /// One past the last byte.
  package let end: Int
  /// The line on which the cell begins, as an editor counts, from 1.
  package let line: Int32
  /// The content holds doubled quotes, or goes on after its closing quote: it is not the bytes as they stand.
  package let needsUnescape: Bool

  package init(start: Int, end: Int, line: Int32, needsUnescape: Bool = false) {
    self.start = start
    self.end = end
    self.line = line
    self.needsUnescape = needsUnescape
  }
}

/// The content of a field that begins with its opening quote: doubled quotes become one; what follows the closing
/// quote is taken as it stands.
func unescapedContent(_ bytes: UnsafeBufferPointer<UInt8>, of field: Field) -> [UInt8] {
  var content: [UInt8] = []
  content.reserveCapacity(field.end - field.start)
  var offset = field.start + 1
  var isQuoted = true
  while offset < field.end {
    let byte = bytes[offset]
    offset += 1
    if isQuoted && byte == quotationMark {
      if offset < field.end && bytes[offset] == quotationMark {
        offset += 1
      } else {
        isQuoted = false
        continue
      }
    }
    content.append(byte)
  }
  return content
}

let quotationMark = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
