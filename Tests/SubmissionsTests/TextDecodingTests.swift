import Testing

@testable import Submissions

/// The text, its encoding and its faults as `kind@source+length>text`.
private func decoded(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding, faults: [String]) {
  let result = DecodedText(decoding: bytes)
  let faults = result.faults.map { "\($0.kind)@\($0.sourceOffset)+\($0.length)>\($0.textOffset)" }
  return (String(decoding: result.bytes, as: UTF8.self), result.encoding, faults)
}

private func utf16(_ text: String, lowFirst: Bool, mark: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in (mark ? [0xFEFF] : []) + Array(text.utf16) {
    let low = UInt8(unit & 0xFF)
    let high = UInt8(unit >> 8)
    bytes += lowFirst ? [low, high] : [high, low]
  }
  return bytes
}

/// 区,年度,項目,値 / 北区,2023,協議回数,3 in CP932.
private let cp932Sample: [UInt8] = [
  0x8B, 0xE6, 0x2C, 0x94, 0x4E, 0x93, 0x78, 0x2C, 0x8D, 0x80, 0x96, 0xDA, 0x2C, 0x92, 0x6C, 0x0D, 0x0A, 0x96, 0x6B, 0x8B, 0xE6,
  0x2C, 0x32, 0x30, 0x32, 0x33, 0x2C, 0x8B, 0xA6, 0x8B, 0x63, 0x89, 0xF1, 0x90, 0x94, 0x2C, 0x33,
]
private let sampleText = "区,年度,項目,値\r\n北区,2023,協議回数,3"

@Suite struct TextDecodingTests {
  @Test func eachEncodingIsRecognised() {
    let utf8 = Array(sampleText.utf8)
    let cases: [([UInt8], TextEncoding)] = [
      (utf8, .utf8), ([0xEF, 0xBB, 0xBF] + utf8, .utf8), (cp932Sample, .cp932),
      (utf16(sampleText, lowFirst: true, mark: true), .utf16LittleEndian),
      (utf16(sampleText, lowFirst: false, mark: true), .utf16BigEndian),
      (utf16(sampleText, lowFirst: true, mark: false), .utf16LittleEndian),
      (utf16(sampleText, lowFirst: false, mark: false), .utf16BigEndian),
      (utf16("area,year\n27101,2023", lowFirst: true, mark: false), .utf16LittleEndian),
    ]
    for (bytes, encoding) in cases {
      let result = decoded(bytes)
      #expect(result.encoding == encoding)
      #expect(result.faults == [])
      let expected = encoding == .utf16LittleEndian && result.text.hasPrefix("area") ? "area,year\n27101,2023" : sampleText
      #expect(result.text.utf8.elementsEqual(expected.utf8))
    }
  }

  @Test func wideSpacesAndOneDoNotHideTheByteOrder() {
    // U+3000 and U+4E00 have a zero byte on the other side than ASCII has.
    let text = "区,値\n一番　一番,3\n一,2\n　,5\n"
    for lowFirst in [true, false] {
      let result = decoded(utf16(text, lowFirst: lowFirst, mark: false))
      #expect(result.text.utf8.elementsEqual(text.utf8))
    }
  }

  @Test func nothingAndOnlyAMark() {
    for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] {
      let result = DecodedText(decoding: bytes)
      #expect(result.bytes == [])
      #expect(result.faults == [])
      #expect(result.hasByteOrderMark == !bytes.isEmpty)
    }
  }

  @Test func oneBrokenByteLeavesTheFileUTF8() {
    let good = Array(sampleText.utf8)
    for position in good.indices where good[position] >= 0x80 {
      var bytes = good
      bytes[position] = 0xFF
      let result = DecodedText(decoding: bytes)
      #expect(result.encoding == .utf8)
      #expect(result.faults.contains { $0.sourceOffset == position })
    }
    var result = decoded(Array("北区".utf8) + [0xFF] + Array(",3".utf8))
    #expect(result.text == "北区\u{FFFD},3")
    #expect(result.faults == ["invalidBytes@6+1>6"])
    result = decoded([0xEF, 0xBB, 0xBF] + Array("北区".utf8) + [0xFF] + Array(",3".utf8))
    #expect(result.faults == ["invalidBytes@9+1>6"])
  }

  @Test func aCharacterCutOffAtTheEndIsOneFault() {
    let result = decoded(Array(sampleText.utf8) + [0xE5, 0x8C])
    #expect(result.encoding == .utf8)
    #expect(result.faults.count == 1)
    #expect(result.text == sampleText + "\u{FFFD}")
  }

  @Test func aBrokenByteLeavesTheFileCP932() {
    // A lead byte before a separator doesn't take it along.
    let result = decoded(cp932Sample + [0x0D, 0x0A, 0x96, 0x2C, 0xFF, 0x41])
    #expect(result.encoding == .cp932)
    #expect(result.text == sampleText + "\r\n\u{FFFD},\u{FFFD}A")
    #expect(
      result.faults == ["invalidBytes@39+1>\(sampleText.utf8.count + 2)", "invalidBytes@41+1>\(sampleText.utf8.count + 6)"])
  }

  @Test func cp932WithoutACharacterInACell() {
    // 8540 holds nothing: the ASCII second byte stays; 85A0: both go.
    let result = decoded(cp932Sample + [0x85, 0x41, 0x2C, 0x85, 0xA0, 0x2C, 0x96])
    #expect(result.text == sampleText + "\u{FFFD}A,\u{FFFD},\u{FFFD}")
    #expect(
      result.faults.map { String($0.split(separator: ">")[0]) } == [
        "invalidBytes@37+1", "invalidBytes@40+2", "invalidBytes@43+1",
      ])
  }

  @Test func shortCP932IsNotTakenForUTF8() {
    let kita: [UInt8] = [0x96, 0x6B, 0x8B, 0xE6]
    #expect(decoded(kita).text == "北区")
    #expect(decoded([0xB1, 0xB2, 0xB3]).text == "ｱｲｳ")
    // Half-width katakana that form two-byte sequences of UTF-8.
    #expect(decoded([0xC3, 0xBD, 0xC4]).text == "ﾃｽﾄ")
  }

  @Test func utf16HalvesAreFaults() {
    let lone = decoded([0xFF, 0xFE, 0x00, 0xD8, 0x2C, 0x00, 0x00, 0xDC, 0x0A, 0x00])
    #expect(lone.text == "\u{FFFD},\u{FFFD}\n")
    #expect(lone.faults == ["loneSurrogate@2+2>0", "loneSurrogate@6+2>4"])
    let odd = decoded([0xFE, 0xFF, 0x00, 0x41, 0x30])
    #expect(odd.text == "A\u{FFFD}")
    #expect(odd.faults == ["oddByte@4+1>1"])
    let cut = decoded([0xFF, 0xFE, 0x41, 0x00, 0x42, 0xD8])
    #expect(cut.text == "A\u{FFFD}")
    #expect(cut.faults == ["loneSurrogate@4+2>1"])
    #expect(decoded(utf16("𠮷野家,1", lowFirst: false, mark: true)).text == "𠮷野家,1")
  }

  @Test func zerosAreReportedOnceARun() {
    let result = decoded(Array("a,b\n".utf8) + [0, 0, 0, 0, 0] + Array("北,1\n".utf8) + [0])
    #expect(result.encoding == .utf8)
    #expect(result.text == "a,b\n\u{FFFD}北,1\n\u{FFFD}")
    #expect(result.faults == ["zeroBytes@4+5>4", "zeroBytes@15+1>13"])
    #expect(decoded(cp932Sample + [0, 0]).faults == ["zeroBytes@37+2>\(sampleText.utf8.count)"])
    #expect(decoded([0]).faults == ["zeroBytes@0+1>0"])
    #expect(decoded([0xFF, 0xFE, 0x41, 0, 0, 0, 0, 0, 0x42, 0]).faults == ["zeroBytes@4+4>1"])
  }

  @Test func theEndMarkOfOldProgramsIsNoText() {
    #expect(decoded(Array("a,b\r\n".utf8) + [0x1A]).text == "a,b\r\n")
    #expect(decoded(cp932Sample + [0x1A]).text == sampleText)
    #expect(decoded([0x1A]).text == "")
  }

  @Test func faultsAreCountedBeyondTheLimit() {
    let result = DecodedText(decoding: [UInt8](repeating: 0xFF, count: 5000))
    #expect(result.faults.count == DecodedText.faultLimit)
    #expect(result.faultCount == 5000)
    #expect(result.bytes.count == 15_000)
  }

  /// Runs of ASCII are skipped eight bytes at a time: a character may stand at any place of such a piece.
  @Test func charactersAtEveryPlaceOfAWord() {
    for before in 0..<20 {
      for after in 0..<20 {
        let left = String(repeating: "a", count: before)
        let right = String(repeating: "b", count: after)
        #expect(decoded(Array("\(left)区\(right)".utf8)).text == "\(left)区\(right)")
        #expect(decoded(Array(left.utf8) + [0x8B, 0xE6, 0x8B, 0xE6] + Array(right.utf8)).text == "\(left)区区\(right)")
        #expect(decoded(Array(left.utf8) + [0] + Array("区".utf8) + Array(right.utf8)).text == "\(left)\u{FFFD}区\(right)")
        #expect(decoded(Array(left.utf8) + [0x01, 0x7F] + Array(right.utf8)).faults == [])
      }
    }
  }

  /// A fault's length and the bytes around it add up to the file, and the text agrees with the standard library's.
  @Test func randomBytesNeverTrapAndAlwaysAddUp() {
    var random = SeededGenerator(seed: 20_230_401)
    let palettes: [[UInt8]] = [
      Array(0...255), Array("区北3,\"\n".utf8), [0x81, 0x40, 0xE3, 0x82, 0xA0, 0x2C, 0x0A],
      [0, 0x2C, 0x0A, 0x30, 0xD8, 0xDC, 0xFF, 0xFE],
      [0xF0, 0x9F, 0x98, 0x80, 0xED, 0xA0, 0x80, 0xC0, 0x41],
    ]
    for round in 0..<20_000 {
      let palette = palettes[round % palettes.count]
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in palette.randomElement(using: &random) ?? 0 }
      let result = DecodedText(decoding: bytes)
      #expect(String(validating: result.bytes, as: UTF8.self) != nil)
      #expect(!result.bytes.contains(0))
      #expect(result.faultCount == result.faults.count)
      var end = 0
      for fault in result.faults {
        #expect(fault.sourceOffset >= end && fault.length > 0)
        #expect(Array(result.bytes[fault.textOffset..<fault.textOffset + 3]) == [0xEF, 0xBF, 0xBD])
        end = fault.sourceOffset + fault.length
      }
      #expect(end <= bytes.count)
      if result.encoding == .utf8, !bytes.contains(0), bytes.last != 0x1A {
        let marked = result.hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
        #expect(Array(String(decoding: marked, as: UTF8.self).utf8) == result.bytes)
      }
    }
  }
}
