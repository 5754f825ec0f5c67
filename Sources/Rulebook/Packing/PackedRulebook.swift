import Diagnostics

/// A checked rulebook as it is carried into a self-check page, with the remarks on it.
package struct PackedRulebook {
  package let rulebook: Rulebook
  package let remarks: [Diagnostic]

  package init(_ rulebook: Rulebook, remarks: [Diagnostic]) {
    self.rulebook = rulebook
    self.remarks = remarks
  }

  /// The sum of what follows, so that nothing but whole bytes is ever read, and the values.
  package var bytes: [UInt8] {
    var packer = Packer()
    packer.put(rulebook)
    packer.put(remarks)
    return PackedRulebook.sum(of: packer.bytes[...]) + packer.bytes
  }

  /// Nothing where the bytes are damaged.
  package init?(bytes: [UInt8]) {
    guard bytes.count > 8, PackedRulebook.sum(of: bytes[8...]).elementsEqual(bytes[..<8]) else { return nil }
    var unpacker = Unpacker(bytes, from: 8)
    rulebook = unpacker.take()
    remarks = unpacker.take()
  }

  /// FNV-1a in 64 bits: it tells damage, and guards against nobody.
  private static func sum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) }
  }
}
