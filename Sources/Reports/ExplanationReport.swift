import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// How one outcome came about: the sentence that was applied, the figures that went in with their cells, each part of the
/// sentence in turn, and the least that would have met it or what is awaited from whom.
package struct ExplanationReport {
  private let index: OutcomeIndex
  private let outcome: Outcome
  private var canvas: TextCanvas

  /// Nothing where the target was not judged for the area.
  package static func render(_ input: ReportInput, target: Int, area: Int, style: TextStyle = TextStyle()) -> [UInt8]? {
    let index = OutcomeIndex(input)
    guard let outcome = index.outcome(of: target, area: area) else { return nil }
    let speaking = index.speaking(like: index.target(outcome), level: index.level(ofArea: area))
    var report = ExplanationReport(index: speaking, outcome: outcome, canvas: TextCanvas(style))
    report.draw()
    return report.canvas.bytes
  }

  private var language: Language { index.input.language }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private mutating func draw() {
    let target = index.target(outcome)
    var verdict = outcome.verdict.wording.text(in: language)
    if let open = index.openText(outcome.gap) { verdict += say(" (", "（") + open + say(")", "）") }
    canvas.line([
      Run(index.areaName(outcome.area), .strong), Run("  "), Run(index.phrasing.name(of: target), .strong),
      Run("  " + index.phrasing.year(outcome.year) + "  "), Run(verdict, outcome.verdict.tone),
    ])
    canvas.line([Run(kind(of: target), .faint)])
    sentences(target)
    namedFigures(target)
    figures()
    steps()
    result()
    scores(target)
    gap()
    areas()
    waiver()
    awaited()
    remarks(target)
  }

  private func kind(of target: Target) -> String {
    let item = target.item.map { index.itemName($0) }
    let words = [item, target.stage?.wording.text(in: language), target.severity.wording.text(in: language)]
    return index.phrasing.beside(words.compactMap { $0 })
  }

  private mutating func sentences(_ target: Target) {
    canvas.heading(say("Rule", "ルール"))
    let level = index.level(ofArea: outcome.area)
    for span in index.requirements(of: target).filter({ $0.subject.judgedLevel == level }).flatMap({ $0.places }) {
      if index.rulebook.sources.files.indices.contains(Int(span.file)) {
        let file = index.rulebook.sources.files[Int(span.file)]
        canvas.line([Run(file.path + ":" + String(file.line(at: span.start)), .faint)], indent: 2)
      }
      canvas.paragraph(index.sentence(span), indent: 4)
    }
  }

  /// The values that parameters have in the year, and what measures are.
  private mutating func namedFigures(_ target: Target) {
    if let due = target.due {
      let text = outcome.verdict == .notDue ? say(", not yet judged", "（期限前）") : ""
      canvas.labelled(say("due", "達成期限"), index.phrasing.year(due) + text, indent: 4, hanging: 6)
    }
    let named = NamedFigures(of: index.requirements(of: target), in: index.rulebook)
    for position in named.parameters where index.rulebook.parameters.indices.contains(position) {
      let parameter = index.rulebook.parameters[position]
      let name = index.phrasing.name(parameter.name, other: parameter.otherName)
      let value = index.phrasing.quantity(parameter.value(in: outcome.year), parameter.dimension)
      canvas.labelled(say("parameter", "設定値"), "「" + name + "」 = " + value, indent: 4, hanging: 6)
    }
    for position in named.measures {
      let measure = index.rulebook.measures[position]
      canvas.labelled(say("measure", "算出指標"), index.sentence(measure.place), indent: 4, hanging: 6)
    }
  }

  private mutating func figures() {
    if outcome.figures.isEmpty { return }
    canvas.heading(say("Figures", "使った数値"))
    var table = TextTable([.left, .left, .left, .right, .left])
    for key in outcome.figures {
      guard let indicator = index.indicator(key) else { continue }
      let isText = indicator.kind == .text
      let origin = index.input.facts.origin(key).map { index.cells.name(of: $0) } ?? say("no cell", "セルなし")
      table.add(
        [
          Run("「" + index.phrasing.brief(indicator) + "」"), Run(index.areaName(key.area)),
          Run(index.phrasing.year(key.year, of: key.indicator)),
          Run(isText ? say("text", "文章") : index.value(key), index.input.facts.state(key) == .given ? .strong : .caution),
          Run(origin, .faint),
        ], measuredBy: canvas)
    }
    for (cells, key) in zip(table.rows, outcome.figures.filter { index.indicator($0) != nil }) {
      canvas.line(table.line(cells), indent: 2)
      if index.indicator(key)?.kind == .text { canvas.paragraph(index.value(key), indent: 6) }
    }
  }

  /// Each comparison or report of the sentence, with what it came to.
  private mutating func steps() {
    if outcome.parts.isEmpty { return }
    canvas.heading(say("Step by step", "判定の順"))
    for (number, part) in outcome.parts.enumerated() {
      let (measured, required) = index.phrasing.judged(part.measured, part.required)
      let sentence = part.place.map { index.sentence($0) } ?? say("condition", "条件")
      canvas.labelled(String(number + 1) + ".", sentence, indent: 2, hanging: 6)
      let shortfall = part.shortfall.map { index.phrasing.shortfall($0, part.required?.relation) }
      let figures = [measured.map { say("measured ", "実績 ") + $0 }, required.map { say("required ", "必要 ") + $0 }].compactMap {
        $0
      }
      canvas.line(
        [
          Run(figures.isEmpty ? "" : index.phrasing.list(figures) + "  "), Run(word(part.results), tone(part.results)),
          Run(shortfall.map { say(" (", "（") + $0 + say(")", "）") } ?? ""),
        ], indent: 6)
      if let base = part.emptyBase { canvas.paragraph(index.reason(.emptyBase(base)), indent: 6) }
    }
    if case .acrossBoundary? = outcome.inapplicability, let reason = outcome.inapplicability {
      canvas.paragraph(index.reason(reason), indent: 2)
    }
  }

  private func word(_ results: PossibleResults) -> String {
    switch results {
    case .met: Verdict.met.wording.text(in: language)
    case .missed: Verdict.missed.wording.text(in: language)
    case .notApplicable: Verdict.notApplicable.wording.text(in: language)
    default: say("not yet known", "未報告のため決まらない")
    }
  }

  private func tone(_ results: PossibleResults) -> Tone {
    switch results {
    case .met: .good
    case .missed: .bad
    case .notApplicable: .faint
    default: .caution
    }
  }

  private mutating func result() {
    if let equation = index.equation(outcome) {
      canvas.heading(say("Both sides", "両側"))
      return canvas.paragraph(equation, indent: 2, hanging: 4)
    }
    let (measured, required) = index.phrasing.judged(outcome.measured, outcome.required)
    let shortfall = outcome.shortfall.map { index.phrasing.shortfall($0, outcome.required?.relation) }
    if outcome.parts.count != 1, [measured, required].contains(where: { $0 != nil }) {
      canvas.heading(say("Result", "結果"))
      let figures = [measured.map { say("measured ", "実績 ") + $0 }, required.map { say("required ", "必要 ") + $0 }, shortfall]
      canvas.paragraph(index.phrasing.list(figures.compactMap { $0 }), indent: 2)
    }
    if outcome.changes.isEmpty { return }
    canvas.heading(say("Least change that would meet it", "達成に足りる最小の直し"))
    for change in outcome.changes {
      canvas.paragraph(index.phrasing.instruction(change, index.input.facts), indent: 2, hanging: 4)
    }
  }

  /// What is still missing before the due year, how much has been reached, the grade and the points.
  private mutating func scores(_ target: Target) {
    let lines = [
      outcome.remaining.map { (say("still missing", "期限までに"), index.phrasing.shortfall($0, outcome.required?.relation)) },
      outcome.achievement.map { (say("achievement", "達成率"), index.phrasing.achievement($0)) },
      target.grade.map { _ in (say("grade", "評価"), index.gradeText(outcome)) },
      outcome.points.map { (say("points", "配点"), index.phrasing.points($0)) },
    ].compactMap { $0 }
    if lines.isEmpty { return }
    canvas.heading(say("Progress and points", "進み具合と点数"))
    for (label, text) in lines { canvas.labelled(label, text, indent: 2, hanging: 4 + canvas.columns(label)) }
  }

  /// The years of the gap, and what answers it.
  private mutating func gap() {
    guard let thread = index.thread(target: outcome.target, area: outcome.area) else { return }
    canvas.heading(say("The gap over the years", "未達成の経過"))
    canvas.paragraph(
      index.phrasing.list(thread.gap.years.map { index.phrasing.year($0) }) + say(" missed; ", "に未達成、")
        + thread.state.wording.text(in: language), indent: 2)
    for answer in thread.answers {
      let name = index.phrasing.name(of: index.rulebook.targets[answer.target])
      let word = answer.verdict?.wording.text(in: language) ?? "-"
      canvas.labelled(say("answered by", "改善"), "「" + name + "」 " + word, indent: 2, hanging: 4)
    }
  }

  private mutating func areas() {
    let lines = index.details(outcome)
    if outcome.holdingBack.isEmpty && outcome.undecidedAreas.isEmpty || lines.isEmpty { return }
    canvas.heading(say("Areas", "区域"))
    for line in lines { canvas.paragraph(line.text, indent: 2, hanging: 4) }
  }

  private mutating func waiver() {
    guard let position = outcome.waiver, index.rulebook.waivers.indices.contains(position) else { return }
    let waiver = index.rulebook.waivers[position]
    canvas.heading(say("Waiver", "猶予"))
    canvas.paragraph(
      say(
        index.phrasing.year(waiver.from) + " to " + index.phrasing.year(waiver.until) + "; because: " + waiver.because,
        index.phrasing.year(waiver.from) + "から" + index.phrasing.year(waiver.until) + "まで　理由　" + waiver.because), indent: 2)
  }

  private mutating func awaited() {
    if outcome.awaited.isEmpty { return }
    canvas.heading(say("Awaited", "待っている報告"), .caution)
    for key in outcome.awaited {
      guard let indicator = index.indicator(key) else { continue }
      let reporter = indicator.reportedBy.map { say("from " + $0, $0 + "から") } ?? say("reporter not stated", "報告者の定めなし")
      canvas.line(
        [
          Run(index.areaName(key.area) + "  "), Run("「" + index.phrasing.name(of: indicator) + "」", .strong),
          Run("  " + index.phrasing.year(key.year, of: key.indicator) + "  " + reporter),
        ], indent: 2)
      if let question = indicator.question { canvas.paragraph(question, indent: 4, tone: .faint) }
      if let place = index.input.facts.origin(key) {
        canvas.paragraph(say("cell: ", "セル　") + index.cells.name(of: place), indent: 4, tone: .faint)
      }
    }
  }

  private mutating func remarks(_ target: Target) {
    let lines =
      target.advice.map { (say("advice", "助言"), $0) } + [target.owner.map { (say("owner", "担当"), $0) }].compactMap { $0 }
      + target.because.map { (say("source", "根拠"), $0) }
    if lines.isEmpty { return }
    canvas.blank()
    for (label, text) in lines { canvas.labelled(label, text, indent: 0, hanging: 2 + canvas.columns(label)) }
  }
}
