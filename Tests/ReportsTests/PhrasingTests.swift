import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

@testable import Reports

@Suite struct PhrasingTests {
  private let book = MadeUpRulebook()
  private var japanese: Phrasing { Phrasing(book.rulebook, .japanese) }
  private var english: Phrasing { Phrasing(book.rulebook, .english) }

  private func decimal(_ mantissa: Int64, _ scale: Int) -> Rational { Rational(mantissa: mantissa, scale: scale) }

  @Test func figures() {
    let cases: [(Quantity, String, String)] = [
      (Quantity(Rational(3), .counted("回")), "3回", "3回"),
      (Quantity(Rational(1_706), .counted("件")), "1,706件", "1,706件"),
      (Quantity(Rational(-1_234_567), .counted("円")), "-1,234,567円", "-1,234,567円"),
      (Quantity(Rational(3), .counted("meetings")), "3 meetings", "3 meetings"),
      (Quantity(decimal(667, 3), .ratio), "66.7%", "66.7%"),
      (Quantity(decimal(5, 3), .points), "0.5ポイント", "0.5 points"),
      (Quantity(decimal(1, 2), .points), "1ポイント", "1 point"),
      (Quantity(Rational(23), .areas(0)), "23区", "23 wards"),
      (Quantity(Rational(1), .areas(0)), "1区", "1 ward"),
      (Quantity(Rational(1), .ladder(0)), "実施に向け準備・調整中", "being prepared"),
      (Quantity(Rational(19_904), .date), "令和6年6月30日", "2024-06-30"),
      (Quantity(Rational(18_017), .date), "令和元年5月1日", "2019-05-01"),
      (Quantity(Rational(18_016), .date), "平成31年4月30日", "2019-04-30"),
      (Quantity(Rational(3), .days), "3日", "3 days"),
      (Quantity(decimal(35, 1), .rate("件", per: "回")), "3.5件/回", "3.5件/回"),
      (Quantity(Rational(1), .yesOrNo), "はい", "yes"),
      (Quantity(Rational(1), .choice(["A", "B"])), "B", "B"),
      (Quantity(Rational(2).divided(by: Rational(3))!, .ratio), "66.7%", "66.7%"),
      (Quantity(decimal(123_456, 4), .plain), "12.3456", "12.3456"),
    ]
    for (quantity, inJapanese, inEnglish) in cases {
      #expect(japanese.figure(quantity) == inJapanese)
      #expect(english.figure(quantity) == inEnglish)
    }
  }

  @Test func figuresOutOfBoundsDoNotTrap() {
    for dimension in [Dimension.ladder(0), .ladder(9), .choice(["A"]), .date, .areas(7), .yesOrNo] {
      for value in [Rational(-1), Rational(99), Rational(Int64.max), Rational(1).divided(by: Rational(3))!] {
        #expect(!japanese.figure(Quantity(value, dimension)).isEmpty)
      }
    }
  }

  @Test func requirements() {
    let three = Quantity(Rational(3), .counted("回"))
    let pairs: [(Relation, String, String)] = [
      (.atLeast, "3回以上", "at least 3回"), (.atMost, "3回以下", "at most 3回"), (.moreThan, "3回超", "more than 3回"),
      (.lessThan, "3回未満", "less than 3回"), (.equal, "3回と一致", "equal to 3回"), (.notEqual, "3回以外", "other than 3回"),
    ]
    for (relation, inJapanese, inEnglish) in pairs {
      #expect(japanese.requirement(RequiredFigure(relation, three)) == inJapanese)
      #expect(english.requirement(RequiredFigure(relation, three)) == inEnglish)
    }
    let date = Quantity(Rational(19_904), .date)
    #expect(japanese.requirement(RequiredFigure(.atMost, date)) == "令和6年6月30日まで")
    #expect(japanese.requirement(RequiredFigure(.equal, Quantity(Rational(2), .ladder(0)))) == "実施している")
  }

  @Test func shortfalls() {
    let two = Quantity(Rational(2), .counted("回"))
    #expect(japanese.shortfall(two, .atLeast) == "あと2回")
    #expect(english.shortfall(two, .atLeast) == "2回 short")
    #expect(japanese.shortfall(two, .atMost) == "2回超過")
    #expect(japanese.shortfall(two, .equal) == "差2回")
    #expect(japanese.shortfall(Quantity(Rational(1), .ladder(0)), .atLeast) == "あと1段階")
    #expect(english.shortfall(Quantity(Rational(1), .ladder(0)), .atLeast) == "1 step short")
    #expect(japanese.shortfall(Quantity(Rational(3), .days), .atMost) == "3日遅れ")
    #expect(english.shortfall(Quantity(Rational(3), .days), .atMost) == "3 days late")
    #expect(english.shortfall(Quantity(decimal(5, 3), .points), .moreThan) == "0.5 points short")
  }

  @Test func aShortfallIsNeverShownAsNothing() {
    let tiny = Rational(1).divided(by: Rational(30_000_000))!
    #expect(japanese.shortfall(Quantity(tiny, .points), .atLeast) == "あと0.1ポイント")
  }

  @Test func figuresThatDifferDoNotLookAlike() {
    let measured = Quantity(Rational(2).divided(by: Rational(3))!, .ratio)
    let (shown, required) = japanese.judged(measured, RequiredFigure(.atLeast, Quantity(decimal(667, 3), .ratio)))
    #expect(shown == "66.67%")
    #expect(required == "66.7%以上")
  }

  @Test func sharedLabelsCarryTheirCodes() {
    var rulebook = book.rulebook
    let place = book.span("事業")
    rulebook.indicators += [
      Indicator(code: "x-1", label: "その他", kind: .count(unit: "件"), place: place),
      Indicator(code: "y-1", label: "その他", kind: .count(unit: "件"), place: place),
    ]
    let phrasing = Phrasing(rulebook, .japanese)
    #expect(phrasing.name(of: rulebook.indicators[rulebook.indicators.count - 1]) == "y-1 その他")
    #expect(phrasing.brief(rulebook.indicators[0]) == "ア-1")
  }

  @Test func instructions() {
    let made = MadeUpCase()
    func key(_ indicator: Int) -> FigureKey { FigureKey(indicator: indicator, area: 1, year: MadeUpCase.year) }
    let cases: [(Change, String, String)] = [
      (Change(figure: key(1), from: 1, to: 3), "「協議回数」を1回から3回へ（あと2回）", "raise 「council meetings」 from 1回 to 3回 (2回 more)"),
      (Change(figure: key(1), from: 5, to: 3), "「協議回数」を5回から3回へ（2回減）", "lower 「council meetings」 from 5回 to 3回 (2回 less)"),
      (Change(figure: key(1), from: nil, to: 3), "「協議回数」（未報告）を3回へ", "「council meetings」 (not reported) to 3回"),
      (Change(figure: key(2), from: nil, to: nil), "「改善策」を記入", "fill in 「remedy」"),
      (
        Change(figure: key(0), from: 0, to: 2), "「ア-1」を「現時点で未着手」から「実施している」へ（あと2段階）",
        "move 「ア-1」 from 「not started」 to 「carried out」 (2 steps more)"
      ),
    ]
    for (change, inJapanese, inEnglish) in cases {
      #expect(japanese.instruction(change, made.facts) == inJapanese)
      #expect(english.instruction(change, made.facts) == inEnglish)
    }
  }

  @Test func cells() {
    let field = CellPlace(file: "data/北区.csv", position: .field(line: 12, column: 4))
    let sheet = CellPlace(file: "data/北区.xlsx", position: .sheetCell(sheet: "イ", row: 12, column: 4))
    #expect(CellNames(.japanese).name(of: field) == "data/北区.csv, 12行, 4列目")
    #expect(CellNames(.english).name(of: field) == "data/北区.csv, line 12, column 4")
    let short = CellNames(.japanese, shortening: ["data/北区.csv", "data/北区.xlsx"])
    #expect(short.name(of: sheet) == "北区.xlsx, シート「イ」, D12")
    #expect(CellNames(.japanese, shortening: ["a/x.csv", "b/x.csv"]).file("a/x.csv") == "a/x.csv")
    let column = (12...14).map { CellPlace(file: "data/北区.xlsx", position: .sheetCell(sheet: "イ", row: $0, column: 4)) }
    #expect(short.names(of: column + [sheet]) == "北区.xlsx, シート「イ」, D12:D14; シート「イ」, D12")
    #expect(short.names(of: [field, sheet]) == "北区.csv, 12行, 4列目、北区.xlsx, シート「イ」, D12")
  }

  @Test func expressions() {
    let sum = Expression.sum([.indicator(4), .indicator(5)])
    #expect(japanese.name(of: sum) == "「オ(2)-1」「オ(2)-2」の合計")
    #expect(japanese.name(of: .inYear(.yearsAgo(1), .indicator(1))) == "前年度の「協議回数」")
    #expect(english.name(of: .inYear(.yearsAgo(1), .indicator(1))) == "「council meetings」 last year")
    #expect(japanese.name(of: .aggregate(.total, level: 0, .indicator(1))) == "区の「協議回数」の合計")
    #expect(japanese.name(of: .series(.average(years: 3), .indicator(1))) == "「協議回数」の3年平均")
    #expect(
      english.name(of: .series(.cumulated(since: .fixed(FiscalYear(2024))), .indicator(1)))
        == "「council meetings」 cumulated since FY2024")
    #expect(japanese.name(of: .inYear(.lastPeriod, .indicator(1))) == "前期の「協議回数」")
    #expect(english.name(of: .inYear(.lastSurvey(of: 1), .indicator(1))) == "「council meetings」 last survey")
    #expect(japanese.name(of: .path([])) == "計画値")
    let carried = CarryOver(
      demand: .constant(Rational(3)), figure: .indicator(1), before: .yearsAgo(1), since: FiscalYear(2021))
    #expect(japanese.name(of: .carriedOver(carried)) == "3に前年度の不足分を加えた値")
    #expect(
      japanese.name(of: .arithmetic(.times, .arithmetic(.plus, .indicator(4), .indicator(5)), .constant(Rational(2))))
        == "（「オ(2)-1」 + 「オ(2)-2」） × 2")
    var deep = Expression.indicator(1)
    for _ in 0..<1_000 { deep = .rounded(deep, decimals: 1) }
    #expect(japanese.name(of: deep) == "...")
  }
}
