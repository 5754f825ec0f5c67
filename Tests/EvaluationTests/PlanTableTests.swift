import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Rows of plan tables as officers write them, with years in the sentence: what becomes of a series of figures.
@Suite("Plan tables")
struct PlanTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let sentence: String
    /// Of 「率」 in tenths of a percent where the sentence speaks of it, else of 「件数」.
    let figures: [Int32: Int64]
    let expected: [Int32: Verdict]
    var testDescription: String { sentence }
  }

  static let rows: [Row] = [
    Row(
      sentence: "すべての区で「率」を令和8年度に60%以上とする。", figures: [2024: 650, 2026: 600, 2027: 590],
      expected: [2024: .notDue, 2026: .met, 2027: .missed, 2028: .notReported]),
    Row(
      sentence: "すべての区で令和8年度末の「率」を60%以上とする。", figures: [2024: 650, 2026: 599],
      expected: [2024: .notDue, 2026: .missed, 2027: .notReported]),
    Row(
      sentence: "すべての区で「率」が令和6年度以降60%以上を維持すること。", figures: [2023: 100, 2024: 800, 2025: 700, 2026: 599],
      expected: [2023: .notApplicable, 2024: .met, 2025: .met, 2026: .missed, 2027: .notReported]),
    Row(
      sentence: "すべての区で「率」を令和6年度から令和8年度まで60%以上に維持する。", figures: [2024: 600, 2025: 500, 2027: 100],
      expected: [2024: .met, 2025: .missed, 2026: .notReported, 2027: .notApplicable]),
    Row(
      sentence: "すべての区で「率」を令和4年度の35.2%から令和11年度までに50.0%へ引き上げる。",
      figures: [2027: 510, 2028: 400, 2029: 500, 2030: 499],
      expected: [2027: .notDue, 2028: .notDue, 2029: .met, 2030: .missed]),
    Row(
      sentence: "すべての区で「件数」を令和4年度から令和8年度までに80件に減らす。", figures: [2024: 100, 2026: 80, 2027: 81],
      expected: [2021: .notApplicable, 2024: .notDue, 2026: .met, 2027: .missed, 2028: .notReported]),
    Row(
      sentence: "すべての区で「率」を毎年2ポイントずつ引き上げ、令和11年度までに60%以上とする。",
      figures: [2026: 400, 2027: 420, 2028: 430, 2029: 600, 2030: 600],
      expected: [2027: .met, 2028: .missed, 2029: .met, 2030: .met, 2031: .notReported]),
    Row(
      sentence: "すべての区で「率」を令和8年度までに60%以上とし、令和11年度までに70%以上とする。",
      figures: [2025: 100, 2026: 600, 2028: 590, 2029: 690, 2030: 700],
      expected: [2025: .notDue, 2026: .met, 2028: .missed, 2029: .missed, 2030: .met]),
    Row(
      sentence: "すべての区で「率」を令和8年度まで毎年1ポイント以上引き上げる。", figures: [2024: 300, 2025: 310, 2026: 315, 2027: 100],
      expected: [2025: .met, 2026: .missed, 2027: .notApplicable]),
    Row(
      sentence: "すべての区で「件数」を令和6年度から毎年増やす。", figures: [2024: 40, 2025: 45, 2026: 43],
      expected: [2023: .notApplicable, 2025: .met, 2026: .missed, 2027: .notReported]),
    Row(
      sentence: "すべての区で「件数」を前年度比110%以上とする。", figures: [2024: 100, 2025: 110, 2026: 120],
      expected: [2025: .met, 2026: .missed, 2027: .notReported]),
    Row(
      sentence: "すべての区で「件数」が前年度より10件多いこと。", figures: [2024: 100, 2025: 111, 2026: 120],
      expected: [2025: .met, 2026: .missed, 2027: .notReported]),
    Row(
      sentence: "すべての区で令和8年度末の「件数」を令和4年度末時点から5%以上削減する。", figures: [2022: 100, 2024: 90, 2026: 95, 2027: 96],
      expected: [2024: .notDue, 2026: .met, 2027: .missed, 2028: .notReported]),
    Row(
      sentence: "すべての区で令和8年度の「件数」を令和4年度の2倍に増やす。", figures: [2022: 30, 2026: 60, 2027: 59],
      expected: [2025: .notDue, 2026: .met, 2027: .missed]),
    Row(
      sentence: "すべての区で前年度の「件数」が令和4年度から増加していること。", figures: [2022: 10, 2023: 12, 2024: 9],
      expected: [2024: .met, 2025: .missed, 2026: .notReported]),
    Row(sentence: "すべての区で「件数」ゼロを維持する。", figures: [2024: 0, 2025: 1], expected: [2024: .met, 2025: .missed, 2026: .notReported]),
    Row(
      sentence: "すべての区で「件数」が「参考」の90%以上110%以下であること。", figures: [2024: 100],
      expected: [2024: .notReported]),
  ]

  @Test(arguments: rows)
  func row(_ row: Row) {
    var rules = RuleText(WordingTests.head + "目標「T」\n  段階 評価\n  " + row.sentence + "\n", wards: 1)
    #expect(rules.errors == [], "\(row.sentence)")
    let indicator = row.sentence.contains("「率」") ? 0 : 1
    for (year, value) in row.figures { rules.give(year, value, of: indicator) }
    for (year, verdict) in row.expected.sorted(by: { $0.key < $1.key }) {
      #expect(rules.verdict(year) == verdict, "\(year)")
    }
  }

  /// What a reader could take in two ways, or what is said of one demand only, is refused.
  @Test(arguments: [
    ("すべての区で「率」を全国平均60%以上とする。", "PDCA0118"),
    ("すべての区で「件数」が前年度に比べて500件以上であること。", "PDCA0118"),
    ("すべての区で「件数」が令和6年度より60件以上であること。", "PDCA0118"),
    ("すべての区で「率」が60%以上70%以上であること。", "PDCA0118"),
    ("すべての区で「率」を60%以上とし、「件数」を令和8年度までに45件以上とする。", "PDCA0176"),
    ("every ward: 「率」 is at least 60% and 「件数」 should be at least 3件.", "PDCA0176"),
    ("すべての区で「率」を令和4年度の35.2%から令和11年度までに30.0%へ引き上げる。", "PDCA0107"),
    ("すべての区で「率」を35.2%から令和11年度までに50.0%へ引き上げる。", "PDCA0107"),
  ])
  func refused(_ sentence: String, _ code: String) {
    let rules = RuleText(WordingTests.head + "目標「T」\n  段階 評価\n  " + sentence + "\n", wards: 1)
    #expect(rules.errors.contains { $0.hasPrefix(code) }, "\(rules.errors)")
  }
}
