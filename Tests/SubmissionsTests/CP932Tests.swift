import Testing

@testable import Submissions

/// One character in CP932, alone in a file that cannot be anything else: the first line forces the encoding.
private let forcing: [UInt8] = [0x8B, 0xE6, 0x94, 0x4E, 0x93, 0x78, 0x8B, 0xE6, 0x94, 0x4E, 0x93, 0x78]

private func character(_ code: [UInt8]) -> UInt32? {
  let result = DecodedText(decoding: forcing + code)
  guard result.encoding == .cp932, result.faultCount == 0 else { return nil }
  let scalars = Array(String(decoding: result.bytes, as: UTF8.self).unicodeScalars.dropFirst(6))
  return scalars.count == 1 ? scalars[0].value : nil
}

@Suite struct CP932Tests {
  /// The number and the FNV-1a checksum of all double-byte pairs; `Tools/cp932_table.py --figures` says the same of the codec.
  @Test func allPairsAreThoseOfTheCodePage() {
    var pairs = 0
    var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    for lead in Array(UInt8(0x81)...0x9F) + Array(0xE0...0xFC) {
      for trail in UInt8(0x40)...0xFC where trail != 0x7F {
        guard let scalar = character([lead, trail]) else { continue }
        pairs += 1
        for byte in [UInt64(lead), UInt64(trail), UInt64(scalar >> 8), UInt64(scalar & 0xFF)] {
          checksum = (checksum ^ byte) &* 0x100_0000_01B3
        }
      }
    }
    #expect(pairs == 9604)
    #expect(checksum == 0x485D_4EAD_AABF_EBD0)
  }

  @Test(arguments: [
    (0x8140, 0x3000), (0x815F, 0xFF3C), (0x8160, 0xFF5E), (0x8161, 0x2225), (0x817C, 0xFF0D), (0x8191, 0xFFE0), (0x81CA, 0xFFE2),
    (0x81FC, 0x25EF), (0x829F, 0x3041), (0x8740, 0x2460), (0x8753, 0x2473), (0x8754, 0x2160), (0x878A, 0x3231), (0x8782, 0x2116),
    (0x877E, 0x337B), (0x8780, 0x301D), (0x889F, 0x4E9C), (0x9FFC, 0x6ECC), (0xEAA4, 0x7199), (0xED40, 0x7E8A), (0xEEEF, 0x2170),
    (0xEEFC, 0xFF02), (0xFA4A, 0x2160), (0xFA58, 0x3231), (0xFAB1, 0xFA11), (0xFBFC, 0x9AD9), (0xFC4B, 0x9ED1), (0xF040, 0xE000),
    (0xF0FC, 0xE0BB), (0xF140, 0xE0BC), (0xF9FC, 0xE757), (0x8790, 0x2252), (0x81E0, 0x2252),
  ])
  func notableCharacters(code: Int, scalar: Int) {
    #expect(character([UInt8(code >> 8), UInt8(code & 0xFF)]) == UInt32(scalar))
  }

  @Test func singleBytes() {
    for byte in UInt8(0x01)...0x7F where byte != 0x1A { #expect(character([byte]) == UInt32(byte)) }
    for byte in UInt8(0xA1)...0xDF { #expect(character([byte]) == 0xFF61 + UInt32(byte - 0xA1)) }
    for byte: UInt8 in [0x80, 0x81, 0xA0, 0xE0, 0xFC, 0xFD, 0xFE, 0xFF] { #expect(character([byte]) == nil) }
  }

  @Test func whatOfficesWrite() {
    let bytes: [UInt8] =
      [0x87, 0x40, 0x81, 0x60, 0x81, 0x7C, 0xFB, 0xFC, 0x87, 0x8A, 0xFA, 0xB1, 0xDC, 0xB0, 0xB7, 0xDD, 0xB8, 0xDE]
    #expect(String(decoding: DecodedText(decoding: forcing + bytes).bytes, as: UTF8.self).hasSuffix("①～－髙㈱﨑ﾜｰｷﾝｸﾞ"))
  }
}
