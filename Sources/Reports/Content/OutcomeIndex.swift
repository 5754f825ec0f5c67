import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The outcomes of a report by target and by area, with the words that all formats share.
struct OutcomeIndex {
  let input: ReportInput
  let rulebook: Rulebook
  let facts: Facts
  let areas: [Area]
  let outcomes: [Outcome]
  /// How the target of each outcome stands.
  let standings: [Standing]
  private(set) var phrasing: Phrasing
  let cells: CellNames
  /// For each target, its outcomes by their positions in `outcomes`, in the order of the areas.
  let byTarget: [[Int]]
  /// For each target, how many outcomes of each verdict, in the order of `Verdict.allCases`.
  let counts: [[Int]]

  init(_ input: ReportInput) {
    self.input = input
    rulebook = input.rulebook
    facts = input.facts
    areas = input.facts.areas.areas
    let outcomes = input.outcomes
    self.outcomes = outcomes
    standings = outcomes.indices.map { outcomes[$0].standing }
    phrasing = Phrasing(input.rulebook, input.language)
    cells = CellNames(input.language, shortening: input.facts.files)
    var byTarget = [[Int]](repeating: [], count: input.rulebook.targets.count)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: Verdict.allCases.count), count: byTarget.count)
    for position in outcomes.indices {
      let target = outcomes[position].target
      byTarget[target].append(position)
      counts[target][outcomes[position].verdict.rank] += 1
    }
    self.byTarget = byTarget
    self.counts = counts
  }

  /// The same, calling indicators as the sentences of a target do.
  func speaking(like target: Target, level: Int) -> OutcomeIndex { speaking(like: sentences(target, level: level)) }

  func speaking(like sentences: [String]) -> OutcomeIndex {
    var result = self
    result.phrasing = phrasing.speaking(like: sentences)
    return result
  }

  func target(_ outcome: Outcome) -> Target { rulebook.targets[outcome.target] }

  func areaName(_ area: Int) -> String {
    guard areas.indices.contains(area) else { return "" }
    let named = areas[area]
    return input.language == .english && !named.romaji.isEmpty ? named.romaji : named.name
  }

  func areaNames(_ areas: [Int]) -> [String] { areas.map { areaName($0) } }

  func level(ofArea area: Int) -> Int {
    areas.indices.contains(area) ? areas[area].level : 0
  }

  /// Their positions are looked for first, here and below: an outcome is much to copy.
  func outcomes(with verdict: Verdict) -> [Outcome] {
    outcomes.indices.filter { outcomes[$0].verdict == verdict }.map { outcomes[$0] }
  }

  func outcomes(of target: Int, with verdict: Verdict) -> [Outcome] {
    byTarget[target].filter { outcomes[$0].verdict == verdict }.map { outcomes[$0] }
  }

  func areas(of target: Int, with verdict: Verdict) -> [Int] {
    byTarget[target].filter { outcomes[$0].verdict == verdict }.map { outcomes[$0].area }
  }

  func outcome(of target: Int, area: Int) -> Outcome? {
    byTarget.indices.contains(target) ? byTarget[target].first { outcomes[$0].area == area }.map { outcomes[$0] } : nil
  }

  func indicator(_ key: FigureKey) -> Indicator? {
    rulebook.indicators.indices.contains(key.indicator) ? rulebook.indicators[key.indicator] : nil
  }

  /// A figure's value, or that it is not reported or not applicable.
  func value(_ key: FigureKey) -> String {
    guard let indicator = indicator(key) else { return "" }
    switch facts.state(key) {
    case .given:
      return facts.stored(key).map { phrasing.stored($0, of: indicator, texts: facts.texts) } ?? ""
    case .notReported: return Verdict.notReported.wording.text(in: input.language)
    case .notApplicable: return Verdict.notApplicable.wording.text(in: input.language)
    }
  }

  /// The name of a figure in marks, with its year where that is not the judged one.
  func name(_ key: FigureKey) -> String {
    guard let indicator = indicator(key) else { return "" }
    let name = phrasing.marked(phrasing.brief(indicator))
    if key.year == input.judgement.year { return name }
    return phrasing.say(
      name + " in " + phrasing.year(key.year, of: key.indicator), phrasing.year(key.year, of: key.indicator) + "の" + name)
  }

  /// The cells of figures, each once, in order.
  func places(_ keys: [FigureKey]) -> [CellPlace] {
    var seen: Set<CellPlace> = []
    return keys.compactMap { facts.origin($0) }.filter { seen.insert($0).inserted }
  }

  /// The sentences of a target that judge areas of a level, each in one line.
  func sentences(_ target: Target, level: Int) -> [String] {
    requirements(of: target).filter { $0.subject.judgedLevel == level }.flatMap { $0.places }.map { sentence($0) }
      .filter { !$0.isEmpty }
  }

  /// What a target demands in the judged year; all that it ever demands, where it demands nothing in that year.
  func requirements(of target: Target) -> [Requirement] {
    let present = target.requirements(in: input.judgement.year)
    return present.isEmpty ? target.requirements : present
  }

  func sentence(_ span: SourceSpan) -> String { rulebook.sentence(span) }
}

extension Rulebook {
  /// The text of a place in the rulebook in one line: runs of spaces and line breaks become one space, and none between
  /// full-width characters.
  package func sentence(_ span: SourceSpan) -> String {
    guard sources.files.indices.contains(Int(span.file)) else { return "" }
    let text = sources.text(of: span).unicodeScalars
    var result = ""
    var last: Unicode.Scalar?
    var run = text.startIndex
    var index = text.startIndex
    var count = 0
    // Whole runs are taken over: most sentences are one.
    while index < text.endIndex, count < 2_000 {
      let scalar = text[index]
      let next = text.index(after: index)
      count += 1
      if scalar.value == 0x20 || scalar.value == 0x3000 || (0x09...0x0D).contains(scalar.value) {
        result += Substring(text[run..<index])
        run = next
      } else {
        if run == index, let last, last.value < 0x2E80 || scalar.value < 0x2E80 { result += " " }
        last = scalar
      }
      index = next
    }
    result += Substring(text[run..<index])
    return result
  }
}
