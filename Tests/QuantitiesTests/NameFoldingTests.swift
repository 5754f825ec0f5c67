import Testing

@testable import Quantities

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("協議回数", "協議　回数"), ("ACP・意思決定", "ＡＣＰ・意思決定"), ("か所", "箇所"), ("カ所", "ヶ所"), ("オ(1)", "オ（１）"), ("イ-1", "イー1"), ("イ－１", "イ-1"),
    ("○", "〇"), ("◯", "○"), ("×", "✕"), ("がん検診", "か\u{3099}ん検診"), ("ガイド", "ｶﾞｲﾄﾞ"), ("パンフ", "ﾊﾟﾝﾌ"), ("ヴ", "ｳﾞ"),
    ("Council meetings", "council meetings"),
    ("10～12月", "10〜12月"),
  ])
  func alike(_ one: String, _ other: String) {
    #expect(NameFolding.fold(one) == NameFolding.fold(other))
  }

  @Test(arguments: [("⑥⑦⑧以外", "678以外"), ("サービス", "サ-ビス"), ("かき", "がき"), ("A", "B"), ("二回", "三回")])
  func different(_ one: String, _ other: String) {
    #expect(NameFolding.fold(one) != NameFolding.fold(other))
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
