/// How names are compared: what a Japanese keyboard, a spreadsheet or another office writes differently, but means alike.
///
/// Folded together: full and half width, letter case, spaces (left out), kana typed with a separate voicing mark,
/// か所 箇所 カ所 ヵ所 ヶ所 ケ所, any dash or ー before a digit, ○ 〇 ◯, × ✕, 〜 ～. Circled digits stay as they are:
/// ⑥⑦⑧以外 is not 678以外.
package enum NameFolding {
  package static func fold(_ text: String) -> String {
    if isFolded(text) { return text }
    if let folded = foldASCII(text) { return folded }
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count) { scalars in
        var folding = Folding(scalars)
        var offset = 0
        while offset < bytes.count { folding.append(UTF8Reading.scalar(in: bytes, &offset)) }
        folding.foldDashesAndPlaces()
        return encode(scalars[..<folding.count])
      }
    }
  }

  /// Codes and words of ASCII alone: small letters, without spaces. Nothing where other characters are among them.
  private static func foldASCII(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.contains(where: { $0 >= 0x80 }) { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        for byte in bytes where byte != 0x20 && !(0x09...0x0D).contains(byte) {
          result[count] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
          count += 1
        }
        return count
      }
    }
  }

  /// Whether folding would leave the text as it is, as it does most names; a few that it would are not seen as such.
  private static func isFolded(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var offset = 0
      while offset < bytes.count {
        switch UTF8Reading.scalar(in: bytes, &offset) {
        case 0x21...0x2C, 0x2E...0x40, 0x5B...0x7E: continue
        case 0x3041...0x3098, 0x309D...0x30A9, 0x30AC...0x30B0, 0x30B2...0x30F4, 0x30FB: continue
        case 0x3400...0x623F, 0x6241...0x9FFF: continue
        default: return false
        }
      }
      return true
    } ?? false
  }

  /// The half-width twin of a full-width letter, digit or sign; anything else as it is.
  package static func halfWidth(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0, 0x2007, 0x202F: 0x20
    case 0xFFE5: 0xA5
    default: scalar
    }
  }

  package static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200D, 0x202F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  package static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF0D, 0xFF70, 0xFE63: true
    default: false
    }
  }

  /// Full-width forms of U+FF61 … U+FF9D, in that order.
  fileprivate static let fullWidthKatakana: [UInt32] = {
    let forms = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    return forms.unicodeScalars.map { $0.value }
  }()

  /// The ideograph that a compatibility ideograph stands for, as U+FA19 stands for 神 (CP932 has some thirty such); a dozen of the
  /// block stand for themselves. The standard library, which knows them all, is asked by halving the ideographs in their order.
  fileprivate static func unified(_ scalar: UInt32) -> UInt32 {
    guard let wanted = Unicode.Scalar(scalar).map({ String($0) }) else { return scalar }
    for ideographs: Range<UInt32> in [0x3400..<0xA000, 0x20000..<0x2A6E0] {
      var (low, high) = (ideographs.lowerBound, ideographs.upperBound)
      while low < high {
        let middle = (low + high) / 2
        guard let candidate = Unicode.Scalar(middle).map({ String($0) }) else { return scalar }
        if candidate == wanted { return middle }
        if candidate < wanted { low = middle + 1 } else { high = middle }
      }
    }
    return scalar
  }

  private static func encode(_ scalars: Slice<UnsafeMutableBufferPointer<UInt32>>) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: scalars.count * 4) { bytes in
      var count = 0
      if let start = bytes.baseAddress { for scalar in scalars { UTF8Writing.write(scalar, to: start, &count) } }
      return String(decoding: UnsafeMutableBufferPointer(rebasing: bytes[..<count]), as: UTF8.self)
    }
  }
}

/// The characters of a name, folded as they come.
private struct Folding {
  private let scalars: UnsafeMutableBufferPointer<UInt32>
  private(set) var count = 0
  private var hasDashes = false
  private var hasPlaces = false

  /// - Parameter scalars: room for as many characters as are appended.
  init(_ scalars: UnsafeMutableBufferPointer<UInt32>) { self.scalars = scalars }

  private mutating func keep(_ scalar: UInt32) {
    scalars[count] = scalar
    count += 1
  }

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    // Kana and ideographs, of which most names consist.
    case 0x3041...0x3098, 0x30A1...0x30FB, 0x3400...0x9FFF:
      if scalar == 0x6240 { hasPlaces = true }
      keep(scalar)
    case _ where NameFolding.isSpace(scalar): break
    case 0x3099, 0xFF9E, 0x309B: voice(by: 1, otherwise: 0x309B)
    case 0x309A, 0xFF9F, 0x309C: voice(by: 2, otherwise: 0x309C)
    case 0xFF61...0xFF9D: append(NameFolding.fullWidthKatakana[Int(scalar - 0xFF61)])
    case 0x3007, 0x25EF: keep(0x25CB)
    case 0x2715, 0x2716: keep(0xD7)
    case 0x301C, 0xFF5E: keep(0x7E)
    // Two Greek signs that are equivalent to one of ASCII.
    case 0x37E: keep(0x3B)
    case 0x1FEF: keep(0x60)
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F: keep(NameFolding.unified(scalar))
    default:
      let half = NameFolding.halfWidth(scalar)
      if NameFolding.isDash(half) { hasDashes = true }
      keep((0x41...0x5A).contains(half) ? half + 0x20 : half)
    }
  }

  /// Joins a voicing mark to the kana before it: か and ゛ is が.
  private mutating func voice(by step: UInt32, otherwise mark: UInt32) {
    guard count > 0 else { return keep(mark) }
    let last = scalars[count - 1]
    let inHiragana = last < 0x30A0 ? last + 0x60 : last
    let voiceable: Bool
    switch inHiragana {
    case 0x30AB...0x30C2: voiceable = step == 1 && inHiragana % 2 == 1
    case 0x30C4...0x30C9: voiceable = step == 1 && inHiragana % 2 == 0
    case 0x30CF...0x30DD: voiceable = (inHiragana - 0x30CF) % 3 == 0
    default: voiceable = false
    }
    if voiceable {
      scalars[count - 1] = last + step
    } else if step == 1, inHiragana == 0x30A6 {
      scalars[count - 1] = last == 0x30A6 ? 0x30F4 : 0x3094
    } else {
      keep(mark)
    }
  }

  /// What a character means by its neighbour: ー before a digit is a dash, and か所 箇所 カ所 ヵ所 ヶ所 ケ所 个所 are one word.
  mutating func foldDashesAndPlaces() {
    if hasDashes {
      for position in 0..<count where NameFolding.isDash(scalars[position]) {
        let next = position + 1 < count ? scalars[position + 1] : 0
        let isLongVowel = scalars[position] == 0x30FC
        if !isLongVowel || (0x30...0x39).contains(next) { scalars[position] = 0x2D }
      }
    }
    if hasPlaces {
      for position in 0..<(count - 1) where scalars[position + 1] == 0x6240 {
        switch scalars[position] {
        case 0x7B87, 0x30AB, 0x30F5, 0x30F6, 0x30B1, 0x4E2A: scalars[position] = 0x304B
        default: break
        }
      }
    }
  }
}
