import Testing

@testable import Quantities

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("協議回数", "協議　回数"), ("ACP・意思決定", "ＡＣＰ・意思決定"), ("か所", "箇所"), ("カ所", "ヶ所"), ("オ(1)", "オ（１）"), ("イ-1", "イー1"), ("イ－１", "イ-1"),
    ("○", "〇"), ("◯", "○"), ("×", "✕"), ("がん検診", "か\u{3099}ん検診"), ("ガイド", "ｶﾞｲﾄﾞ"), ("パンフ", "ﾊﾟﾝﾌ"), ("ヴ", "ｳﾞ"),
    ("Council meetings", "council meetings"),
    ("10～12月", "10〜12月"), ("神区", "\u{FA19}区"), ("都島区", "\u{FA26}島区"),
  ])
  func alike(_ one: String, _ other: String) {
    #expect(NameFolding.fold(one) == NameFolding.fold(other))
    #expect(FoldedName(one) == FoldedName(other))
  }

  @Test(arguments: [("⑥⑦⑧以外", "678以外"), ("サービス", "サ-ビス"), ("かき", "がき"), ("A", "B"), ("二回", "三回")])
  func different(_ one: String, _ other: String) {
    #expect(NameFolding.fold(one) != NameFolding.fold(other))
    #expect(FoldedName(one) != FoldedName(other))
  }

  /// Names are told apart by their bytes just as the strings are by canonical equivalence.
  @Test func bytesTellAsMuch() {
    var strings: Set<String> = []
    var names: Set<FoldedName> = []
    for value in UInt32(0x20)...0x2FA1F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(Character(scalar)), "か" + String(Character(scalar)) + "区"] {
        strings.insert(NameFolding.fold(text))
        names.insert(FoldedName(text))
      }
    }
    #expect(strings.count == names.count)
  }

  /// Folding what is folded changes nothing: the shortcut for folded texts gives what the whole way would.
  @Test func foldingTwiceIsFoldingOnce() {
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(Character(scalar)), "か" + String(Character(scalar)) + "1", String(Character(scalar)) + "所"] {
        let once = NameFolding.fold(text)
        #expect(NameFolding.fold(once) == once, "\(String(value, radix: 16))")
      }
    }
  }
}
