@testable import Submissions

/// Writes text in the encodings that are not UTF-8, and spoils it in the ways in which such files are spoilt.
enum OfficeEncoding: CaseIterable {
  case utf16LittleEndian, utf16BigEndian, utf16WithoutMark, utf16CutOff, cp932, cp932Damaged

  /// Nothing where the bytes are no UTF-8 or hold what the encoding has not.
  func encode(_ bytes: [UInt8]) -> [UInt8]? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    switch self {
    case .utf16LittleEndian: return [0xFF, 0xFE] + OfficeEncoding.utf16(text, lowFirst: true)
    case .utf16BigEndian: return [0xFE, 0xFF] + OfficeEncoding.utf16(text, lowFirst: false)
    case .utf16WithoutMark: return OfficeEncoding.utf16(text, lowFirst: true)
    case .utf16CutOff: return [0xFF, 0xFE] + OfficeEncoding.utf16(text, lowFirst: true).dropLast()
    case .cp932: return OfficeEncoding.cp932(text)
    case .cp932Damaged:
      return OfficeEncoding.cp932(text).map { whole in
        let (head, tail) = (whole.prefix(whole.count / 2), whole.suffix(whole.count - whole.count / 2))
        return head + [0xFF, 0x81] + tail
      }
    }
  }

  private static func utf16(_ text: String, lowFirst: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return lowFirst ? [low, high] : [high, low]
    }
  }

  private static func cp932(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let pair = pairs[scalar] {
        bytes += pair
      } else {
        return nil
      }
    }
    return bytes
  }

  /// By character: the first pair of bytes that stands for it.
  private static let pairs: [Unicode.Scalar: [UInt8]] = {
    var pairs: [Unicode.Scalar: [UInt8]] = [:]
    for lead in UInt8(0x81)...0xFC {
      for trail in UInt8(0x40)...0xFC {
        let pair = [lead, trail]
        // The first line leaves no doubt of the encoding.
        let decoded = DecodedText(decoding: [0x83, 0x41, 0x83, 0x43, 0x0A] + pair)
        guard decoded.faultCount == 0, decoded.encoding == .cp932 else { continue }
        let scalars = String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars.dropFirst(3)
        if scalars.count == 1, let scalar = scalars.first, pairs[scalar] == nil { pairs[scalar] = pair }
      }
    }
    return pairs
  }()
}
