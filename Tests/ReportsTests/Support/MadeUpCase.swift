import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

@testable import Reports

/// One year's results, put together by hand: a city with six wards, of which one submitted nothing.
struct MadeUpCase {
  let book = MadeUpRulebook()
  var facts: Facts
  var outcomes: [Outcome] = []
  static let year = FiscalYear(2023)

  static let wards = ["北区", "都島区", "福島区", "此花区", "中央区", "旭区"]
  private static let readings = ["Kita", "Miyakojima", "Fukushima", "Konohana", "Chuo", "Asahi"]

  init() {
    let city = Area(code: "271004", name: "大阪市", romaji: "Osaka", level: 1, parent: nil)
    let wards = zip(MadeUpCase.wards, MadeUpCase.readings).enumerated().map { position, names in
      Area(code: String(271_027 + position), name: names.0, romaji: names.1, level: 0, parent: 0)
    }
    facts = Facts(areas: AreaTable([city] + wards), years: 2022...2023, indicatorCount: book.rulebook.indicators.count)
    report()
    judge()
  }

  func input(_ language: Language, area: Int? = nil, diagnostics: [Diagnostic] = []) -> ReportInput {
    ReportInput(
      rulebook: book.rulebook, facts: facts, judgement: Judgement(year: MadeUpCase.year, outcomes: outcomes, silentAreas: [6]),
      diagnostics: diagnostics,
      provenance: Provenance(
        engineVersion: "0.0.0",
        rulebook: Provenance.File(path: "Rules/made-up/rulebook.pdca", sha256: String(repeating: "0", count: 64)),
        inputs: facts.files.map { Provenance.File(path: $0, sha256: String(repeating: "1", count: 64)) }),
      language: language, area: area)
  }

  private func key(_ indicator: Int, _ area: Int) -> FigureKey {
    FigureKey(indicator: indicator, area: area, year: MadeUpCase.year)
  }

  /// What the wards reported; nothing where a cell is empty.
  private mutating func report() {
    let figures: [[Int64?]] = [
      // ア-1, 協議回数, 改善策, オ(2), オ(2)-1, オ(2)-2, 研修会, 計画策定日, 受診率
      [2, 1, nil, 10, 4, 6, 1, 19_530, 667],
      [1, 0, 0, 1_706, 700, 1_000, 2, 19_541, 650],
      [0, 3, nil, nil, 3, 1, 0, 19_530, 700],
      [2, nil, nil, 5, 2, 3, 0, 19_530, nil],
      [2, 5, nil, 4, 1, 3, 3, 19_530, 810],
    ]
    let text = facts.add(text: "地区医師会との共同開催に改めた。")
    for (ward, row) in figures.enumerated() {
      let isWorkbook = ward == 4
      let file = facts.add(file: "Samples/made-up/" + MadeUpCase.wards[ward] + (isWorkbook ? ".xlsx" : ".csv"))
      for (indicator, figure) in row.enumerated() {
        guard let figure else { continue }
        let position =
          isWorkbook
          ? CellPosition.sheetCell(sheet: "イ", row: indicator + 7, column: 4) : .field(line: indicator + 2, column: 4)
        facts.set(key(indicator, ward + 1), .given, stored: indicator == 2 ? text : figure, file: file, at: position)
      }
    }
    facts.set(key(1, 4), .notReported, file: 3, at: .field(line: 3, column: 4))
  }
}

extension MadeUpCase {
  private mutating func judge() {
    judgeEach(0, indicator: 0, required: RequiredFigure(.equal, Quantity(Rational(2), .ladder(0))))
    judgeEach(1, indicator: 1, required: RequiredFigure(.atLeast, Quantity(Rational(3), .counted("回"))))
    judgeNumberOfWards()
    judgeAnswers()
    judgeSums()
    judgeEach(5, indicator: 6, required: RequiredFigure(.atLeast, Quantity(Rational(2), .counted("回"))))
    judgeEach(6, indicator: 7, required: RequiredFigure(.atMost, Quantity(Rational(19_538), .date)))
    judgeEach(7, indicator: 8, required: RequiredFigure(.atLeast, Quantity(Rational(mantissa: 667, scale: 3), .ratio)))
    for index in outcomes.indices where outcomes[index].target == 5 && outcomes[index].area == 4 {
      outcomes[index] = Outcome(target: 5, area: 4, year: MadeUpCase.year, verdict: .waived)
      outcomes[index].explanation.waiver = 0
    }
    for index in outcomes.indices where outcomes[index].target == 1 && outcomes[index].area == 2 {
      outcomes[index].explanation.gap = MadeUpCase.gap(2)
    }
  }

  /// A gap found in so many years running.
  private static func gap(_ years: Int32) -> OpenGap {
    OpenGap(years: ((1 - years)...0).map { MadeUpCase.year.advanced(by: $0) }, isInterrupted: false)
  }

  private func outcome(_ target: Int, _ area: Int, _ verdict: Verdict) -> Outcome {
    Outcome(target: target, area: area, year: MadeUpCase.year, verdict: verdict)
  }

  /// A target that compares one figure of each ward with a fixed one.
  private mutating func judgeEach(_ target: Int, indicator: Int, required: RequiredFigure) {
    let kind = book.rulebook.indicators[indicator]
    for area in 1...6 {
      let figure = key(indicator, area)
      guard let stored = facts.stored(figure) else {
        var outcome = outcome(target, area, .notReported)
        outcome.explanation.required = required
        outcome.explanation.awaited = [figure]
        outcome.explanation.figures = [figure]
        outcomes.append(outcome)
        continue
      }
      let value = kind.value(stored: stored)
      let isMet = required.relation == .atMost ? value <= required.quantity.value : value >= required.quantity.value
      var outcome = outcome(target, area, isMet ? .met : .missed)
      outcome.explanation.measured = Quantity(value, kind.kind.dimension)
      outcome.explanation.required = required
      outcome.explanation.figures = [figure]
      if !isMet {
        let gap = (required.quantity.value - value).magnitude
        let needed = required.quantity.value.divided(by: kind.storedStep) ?? .zero
        outcome.explanation.shortfall = Quantity(gap, difference(required.quantity.dimension))
        outcome.explanation.changes = [Change(figure: figure, from: stored, to: needed.numerator.word ?? 0)]
        outcome.explanation.gap = MadeUpCase.gap(1)
      }
      outcome.explanation.parts = [
        Outcome.Part(
          place: demandPlace(target), results: isMet ? .met : .missed, measured: outcome.measured, required: required,
          shortfall: outcome.shortfall, figures: [figure])
      ]
      outcomes.append(outcome)
    }
  }

  private func demandPlace(_ target: Int) -> SourceSpan? {
    if case .comparison(let comparison) = book.rulebook.targets[target].requirements[0].demand { return comparison.place }
    return nil
  }

  private func difference(_ dimension: Dimension) -> Dimension {
    switch dimension {
    case .date: .days
    case .ratio: .points
    default: dimension
    }
  }

  private mutating func judgeNumberOfWards() {
    var outcome = outcome(2, 0, .missed)
    outcome.explanation.measured = Quantity(Rational(3), .areas(0))
    outcome.explanation.required = RequiredFigure(.atLeast, Quantity(Rational(5), .areas(0)))
    outcome.explanation.shortfall = Quantity(Rational(2), .areas(0))
    outcome.explanation.holdingBack = [2]
    outcome.explanation.undecidedAreas = [4, 6]
    outcome.explanation.figures = [key(1, 2)]
    outcome.explanation.gap = MadeUpCase.gap(3)
    outcomes.append(outcome)
  }

  private mutating func judgeAnswers() {
    for area in 1...6 {
      var outcome = outcome(3, area, area == 1 ? .missed : area == 2 ? .met : .notApplicable)
      if area == 1 {
        outcome.explanation.changes = [Change(figure: key(2, 1), from: nil, to: nil)]
        outcome.explanation.figures = [key(2, 1)]
      }
      outcomes.append(outcome)
    }
  }

  private mutating func judgeSums() {
    for area in 1...6 {
      let figures = [key(3, area), key(4, area), key(5, area)]
      let values = figures.compactMap { facts.stored($0) }
      guard values.count == 3 else {
        var outcome = outcome(4, area, .notReported)
        outcome.explanation.awaited = figures.filter { facts.state($0) == .notReported }
        outcome.explanation.figures = figures
        outcomes.append(outcome)
        continue
      }
      let sum = values[1] + values[2]
      var outcome = outcome(4, area, sum == values[0] ? .met : .missed)
      outcome.explanation.measured = Quantity(Rational(values[0]), .counted("回"))
      outcome.explanation.required = RequiredFigure(.equal, Quantity(Rational(sum), .counted("回")))
      outcome.explanation.figures = figures
      if sum != values[0] { outcome.explanation.shortfall = Quantity(Rational(values[0] - sum).magnitude, .counted("回")) }
      outcomes.append(outcome)
    }
  }
}
