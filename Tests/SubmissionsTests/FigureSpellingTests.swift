import Quantities
import Testing

@testable import Submissions

private func day(_ year: Int32, _ month: Int32, _ day: Int32) -> SpelledCell {
  CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .blank
}

private func number(_ mantissa: Int64, _ scale: Int = 0, _ suffix: String = "") -> SpelledCell {
  .number(mantissa: mantissa, scale: scale, suffix: suffix)
}

/// What cells say, each in all its spellings.
private let spellings: [(SpelledCell, [String])] = [
  (.blank, ["", " ", "\u{3000}", "\u{A0}", " \u{3000}\t", "\u{200B}", "\u{FEFF}", "\r\n"]),
  (
    .notApplicable,
    [
      "-", "－", "―", "ー", "—", "–", "‐", "−", "ｰ", "--", "――", " － ", "該当なし", "該当無し", "非該当", "対象外", "N/A",
      "n/a", "Ｎ／Ａ", "\u{3000}該当なし\u{3000}",
    ]
  ),
  (
    number(3),
    [
      "3", "３", " 3 ", "\u{3000}３\u{3000}", "\u{A0}3\u{A0}", "003", "+3", "＋３", "3\u{200B}", "\u{FEFF}3",
      "\t3\r\n",
    ]
  ),
  (number(0), ["0", "０", "-0", "△0"]),
  (number(1706), ["1706", "1,706", "１，７０６", "１７０６", "1，706", "１,706"]),
  (number(1234567), ["1,234,567", "１，２３４，５６７"]),
  (number(1706, 0, "件"), ["1,706件", "1,706 件", "１，７０６件", "1706\u{3000}件", "1,706\u{A0}件"]),
  (number(-5), ["△5", "▲5", "-5", "−5", "－5", "－５", "△５", "△ 5", "(5)", "（5）", "（５）", "–5", "ー5", "‐5"]),
  (number(-1706), ["△1,706", "(1,706)", "▲１，７０６"]),
  (number(-5, 0, "件"), ["△5件", "(5件)", "-5 件"]),
  (number(125, 1, "%"), ["12.5%", "12.5％", "１２．５％", "12.5 ％", "12.5パーセント", "12.5ﾊﾟｰｾﾝﾄ", "12.5﹪"]),
  (number(-125, 1, "%"), ["△12.5%", "(12.5%)"]),
  (number(5, 1), ["0.5", ".5", "．５"]),
  (number(1250, 2), ["12.50"]),
  (number(1500000, 6), ["1.5000000", "1.500000"]),
  (number(100000), ["10万", "１０万", "10.0万"]),
  (number(100000, 0, "人"), ["10万人", "10万 人"]),
  (number(15000), ["1.5万", "1万5000", "1万5千", "15千"]),
  (number(123456, 1), ["1.23456万"]),
  (number(100000000), ["1億"]),
  (number(120000000, 0, "円"), ["1億2,000万円", "1.2億円", "120百万円", "12千万円"]),
  (number(1200000, 0, "円"), ["1,200千円"]),
  (number(30, 0, "%"), ["3割", "３割", "3 割"]),
  (number(35, 0, "%"), ["3割5分", "3.5割"]),
  (number(352, 1, "%"), ["3割5分2厘"]),
  (number(302, 1, "%"), ["3割2厘"]),
  (number(-30, 0, "%"), ["△3割"]),
  (number(3, 0, "回"), ["3回", "３回", "3 回"]),
  (number(3, 0, "か所"), ["3か所"]),
  (number(3, 0, "カ所"), ["3カ所"]),
  (number(3, 0, "ヶ月"), ["3ヶ月"]),
  (number(3, 0, "つ"), ["3つ"]),
  (number(2, 0, "件/回"), ["2件/回", "２件／回"]),
  (number(3, 0, "meetings"), ["3 meetings", "3ｍｅｅｔｉｎｇｓ"]),
  (number(2023, 0, "年度"), ["2023年度"]),
  (number(999999999999999), ["999,999,999,999,999", "999999999999999", "0999999999999999"]),
  (number(99999999999999), ["99999999999999"]),
  (number(2024), ["2024"]),
  (number(20243, 1), ["2024.3"]),
  (
    .tooLong,
    [
      "1000000000000000", "1,000,000,000,000,000", "0.1234567", "999999999999999.5", "1000兆",
      "12345678901234567890件", "△9999999999999999", "1.0000001万",
    ]
  ),
  (.words("実施している"), [" 実施している\u{3000}"]),
  (.words("○"), ["\u{3000}○ "]),
  (
    day(2024, 3, 31),
    [
      "2024-03-31", "2024/3/31", "2024/03/31", "２０２４／３／３１", "2024.3.31", "2024年3月31日", "2024年 3月31日",
      "令和6年3月31日", "令和６年３月３１日", "令和 6年 3月 31日", "R6.3.31", "R6/3/31", "r6-3-31", "Ｒ６．３．３１", "2024－3－31",
      "2024−03−31", "㋿6年3月31日", "2024/3/31(日)", "令和6年3月31日（日曜日）", "2024/03/31 0:00", "2024-03-31T00:00:00",
      "2024/3/31 0:00:00", "平成36年3月31日", " 2024-03-31 ",
    ]
  ),
  (day(2019, 5, 1), ["令和元年5月1日", "R元.5.1", "令和1年5月1日"]),
  (day(2019, 4, 1), ["平成31年4月1日", "H31.4.1", "㍻31年4月1日"]),
  (day(1964, 10, 10), ["昭和39年10月10日", "S39.10.10"]),
  (day(1926, 1, 2), ["大正15年1月2日"]),
  (day(1900, 1, 1), ["明治33年1月1日", "M33/1/1"]),
  (day(2024, 2, 29), ["2024-02-29"]),
]

/// What is neither a figure nor a date: the cell as it stands.
private let wordings: [String] = [
  "1,70", "1,7066", "17,06", "1706,000", ",706", "1,", "1,706,5", "1.5,000", "1,,000", "1, 706", "1 706",
  "1.", "1.2.3", "5/6", "1/2", "10:30", "1e5", "1.5E+08", "約30", "多数", "30以上", "30件以上", "3〜5", "3～5",
  "3-5", "30程度", "30前後", "30未満", "30件未満", "10超", "30弱", "30余", "数件", "3くらい", "3くらい件", "3回開催した", "およそ3",
  "3？", "3+", "3(うち再掲1)", "3 万", "3割程度", "1万20000", "1.5万3", "10万2.5", "- 5", "--5", "(5", "5)", "((5))",
  "(-5)", "(△5)", "+-5", "三回", "①", "５～", "＝3", "=3", "#N/A", "NA", "なし", "#REF!", "○", "◯", "〇", "×", "✕",
  "△", "▲", "◎", "実施している", "現時点で未着手", "準備・調整中", "はい", "いいえ", "会議を年2回開催した", "令和5年度", "平成37年", "5月1日", "△件",
  "%", "件", "(", ")", "()", "+", ".", "．", "(該当なし)", "-件", "ー件", "2023-02-29", "2024-13-01", "2024/0/1",
  "2024/1/0", "2024-3/31", "2024-03-31 12:00", "2024/3/31(晴)", "令和0年1月1日", "令和6年3月末日", "R6", "2024-3",
  "24/3/31", "令和100年1月1日", "2024年3月", "9999-01-01", "R6.3.31.1",
]

@Suite struct FigureSpellingTests {
  @Test func everySpelling() {
    for (expected, texts) in spellings {
      for text in texts { #expect(SpelledCell(reading: text) == expected, "\(text)") }
    }
    for text in wordings { #expect(SpelledCell(reading: text) == .words(text), "\(text)") }
    #expect(spellings.reduce(wordings.count) { $0 + $1.1.count } == 286)
  }

  /// Spaces around a cell mean nothing, and a full-width twin means what the half-width character means.
  @Test func widthAndSpacesMeanNothing() {
    for (expected, texts) in spellings {
      for text in texts {
        #expect(SpelledCell(reading: "\u{3000} \(text)\u{A0}") == expected, "\(text)")
        if case .words = expected { continue }
        #expect(SpelledCell(reading: fullWidth(text)) == expected, "\(text)")
      }
    }
    for text in wordings {
      guard case .words = SpelledCell(reading: fullWidth(text)) else {
        Issue.record("\(text) means something else in full width")
        continue
      }
    }
  }

  private func fullWidth(_ text: String) -> String {
    var wide = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      wide.append((0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return String(wide)
  }

  @Test func bytesThatAreNoTextAreWords() {
    for bytes: [UInt8] in [[0xFF], [0x33, 0xFF], [0xE5, 0x8C], [0x33, 0xE3, 0x80], [0x80, 0x80, 0x80, 0x80], [0xE3, 0x80]] {
      let content = bytes.withUnsafeBufferPointer { SpelledCell(reading: $0) }
      guard case .words = content else {
        Issue.record("\(bytes) is \(content)")
        continue
      }
    }
  }

  @Test func longCellsAreRead() {
    #expect(SpelledCell(reading: String(repeating: "9", count: 1_000_000)) == .tooLong)
    #expect(SpelledCell(reading: String(repeating: "0", count: 1_000_000) + "7") == .number(mantissa: 7, scale: 0, suffix: ""))
    #expect(SpelledCell(reading: String(repeating: "\u{3000}", count: 100_000)) == .blank)
    let remark = String(repeating: "会議", count: 100_000)
    #expect(SpelledCell(reading: remark) == .words(remark))
    let brackets = String(repeating: "(", count: 100_000)
    #expect(SpelledCell(reading: brackets) == .words(brackets))
    #expect(SpelledCell(reading: String(repeating: "-", count: 100_000)) == .notApplicable)
  }

  /// A number that is read is within the limits of a figure, whatever the cell.
  @Test func randomCellsNeverTrap() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "0", "1", "9", "999999999999999", "3", "，", ",", ".", "．", "(", ")", "△", "-", "ー", "+", "万", "億", "兆", "千", "百", "十", "割",
      "分", "厘", "%", "件", "か所", "つ", " ", "\u{3000}", "令和", "R", "元", "年", "月", "日", "/", "2024", "12", "31", "該当なし", "N/A",
      "○", "以", "上", "T", "0:00",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      if case .number(let mantissa, let scale, _) = SpelledCell(reading: text) {
        #expect(abs(mantissa) < 1_000_000_000_000_000 && (0...6).contains(scale), "\(text)")
      }
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = bytes.withUnsafeBufferPointer { SpelledCell(reading: $0) }
      let cut = Array(text.utf8.dropFirst(Int.random(in: 0...2, using: &random)).dropLast(Int.random(in: 0...2, using: &random)))
      _ = cut.withUnsafeBufferPointer { SpelledCell(reading: $0) }
    }
  }
}
