import Diagnostics
import Quantities

/// Conditions behind areas and behind demands, of which it is open whose they are or where they end.
extension Parser {
  /// `[X] is at least 60% if [A] is yes, and [B] is at least 50%`: a further condition, or a further demand; and `no ward has [X]
  /// below 60% when [A] is yes` would ask the area above for A.
  mutating func checkGuardBehind(
    _ condition: ConditionSyntax, from start: Int, of subject: SubjectSyntax, _ demand: ConditionSyntax
  ) {
    let isSetOff = isSign(.comma, at: start - 2)
    let demanded = written(from: subject.place.span.start, to: tokens[start - (isSetOff ? 3 : 2)].end)
    if case .numberOf = subject.kind { return reportGuardOfNumber(condition, from: start, of: subject, demanded) }
    if isOpenDemand(demand, isSetOff: isSetOff, from: start) {
      return reportGuardOfLast(demand, from: start, of: subject, demanded)
    }
    let parts: [ConditionSyntax]
    switch condition.kind {
    case .and(let joined), .or(let joined): parts = joined
    default: return
    }
    let begins = parts.dropFirst().map { $0.place.span.start }
    for index in start..<position where isSign(.comma, at: index) && (isWord(.and, at: index + 1) || isWord(.or, at: index + 1)) {
      guard index + 2 < tokens.count, begins.contains(tokens[index + 2].start) else { continue }
      let first = written(from: tokens[start].start, to: tokens[index - 1].end)
      let (joint, when) = (text(of: tokens[index + 1]), text(of: tokens[start - 1]))
      let further = written(from: tokens[index + 2].start, to: tokens[position - 1].end)
      return reportOneOfSeveral(
        place(from: index + 2),
        Wording("it is not said whether this is a further condition or a further demand", "後に続くのが、条件の続きか、要求の続きかが決まりません"),
        mend: Wording(
          "put the condition first: \(when) \(first) \(joint) \(further), \(demanded); or \(when) \(first), \(demanded) \(joint) \(further)",
          "条件を文の初めに書いてください：「\(when) \(first) \(joint) \(further), \(demanded)」か「\(when) \(first), \(demanded) \(joint) \(further)」"
        ))
    }
  }

  /// `[X] is at least 60% and [Y] is at least 50% if [A] is yes`: both, or the last one. A comma before `if`, or brackets, say both;
  /// of two limits on one figure that would be of no use.
  private func isOpenDemand(_ demand: ConditionSyntax, isSetOff: Bool, from start: Int) -> Bool {
    switch demand.kind {
    case .and(let parts), .or(let parts):
      // Parts of years running, and of figures that share a limit, begin in one place.
      guard let first = parts.first, let last = parts.last, first.place.span.start < last.place.span.start else { return false }
      if last.takesThePlace(of: first), last.onlyFigure == first.onlyFigure { return true }
      let opens = tokenIndex(at: demand.place.span.start) - 1
      return !isSetOff && !(isSign(.open, at: opens) && isSign(.close, at: start - 2))
    case .bounds(_, let bounds): return bounds.count == 2 && bounds[0].relation == bounds[1].relation
    default: return false
    }
  }

  func tokenIndex(at offset: Int32) -> Int {
    var index = position
    while index > 0, tokens[index].start > offset { index -= 1 }
    return index
  }

  private mutating func reportGuardOfLast(
    _ demand: ConditionSyntax, from start: Int, of subject: SubjectSyntax, _ demanded: String
  ) {
    let guarding = written(from: tokens[start - 1].start, to: tokens[position - 1].end)
    let end = isSign(.comma, at: start - 2) ? start - 3 : start - 2
    var (first, figure): (Int, ExpressionSyntax?)
    var isOr = false
    switch demand.kind {
    case .and(let parts):
      (first, figure) = (tokenIndex(at: parts[parts.count - 1].place.span.start), parts[parts.count - 1].onlyFigure)
    case .or(let parts):
      (first, figure) = (tokenIndex(at: parts[parts.count - 1].place.span.start), parts[parts.count - 1].onlyFigure)
      isOr = true
    case .bounds(let own, let bounds): (first, figure) = (tokenIndex(at: bounds[1].value.place.span.start) - 1, own)
    default: return
    }
    var further = written(from: tokens[first].start, to: tokens[end].end)
    if let figure, figure.place.span.start < tokens[first].start {
      // at least 50%, of the figure before
      further = source(of: figure) + (isBoundWord(tokens[first].word) ? " is " : " ") + further
    }
    var before = first - 1
    while before > 0, isWord(.and, at: before) || isWord(.or, at: before) || isSign(.comma, at: before) { before -= 1 }
    let who = written(from: subject.place.span.start, to: subject.place.span.end)
    let alone = written(from: subject.place.span.start, to: tokens[before].end)
    let condition = written(from: tokens[start].start, to: tokens[position - 1].end)
    let separate = isOr ? "\(alone) or (\(further) and \(condition))" : "\(alone). \(guarding), \(who): \(further)"
    reportOneOfSeveral(
      place(from: start - 1),
      Wording(
        "it is not said whether the condition is one of all that is demanded or of the last alone",
        "条件が、すべての要求にかかるか、最後の要求だけにかかるかが決まりません"),
      mend: Wording(
        "put the condition first, where it is one of all: \(guarding), \(demanded); where it is one of the last: \(separate)",
        "すべてなら「\(guarding), \(demanded)」、最後だけなら「\(separate)」と書いてください"))
  }

  private mutating func reportGuardOfNumber(
    _ condition: ConditionSyntax, from start: Int, of subject: SubjectSyntax, _ demanded: String
  ) {
    let asked = written(from: tokens[start].start, to: tokens[position - 1].end)
    let who = written(from: subject.place.span.start, to: subject.place.span.end)
    let what = written(from: subject.place.span.end, to: tokens[start - (isSign(.comma, at: start - 2) ? 3 : 2)].end)
    let (filter, guarding) = isWord(.unless, at: start - 1) ? ("except where", "unless") : ("where", "when")
    reportOneOfSeveral(
      condition.place,
      Wording(
        "it is not said whether this is asked of each area that is counted or of the one above, which is judged",
        "この条件が、数える地域のものか、判定する上位の地域のものかが決まりません"),
      mend: Wording(
        "write \(who) \(filter) \(asked)\(what), for each of them; \(guarding) \(asked), \(demanded), for the area above",
        "数える地域の条件なら「\(who) \(filter) \(asked)\(what)」、上位の地域の条件なら「\(guarding) \(asked), \(demanded)」と書いてください"))
  }

  /// The `by FY2026` of `every ward where [X] is yes by FY2026 has …`: the year of the condition, or by when all is asked.
  mutating func reportYearInAside() {
    let start = position
    advance()
    guard let year = takeYear() else { return }
    let (area, name) = (areaWords.one, year.year.englishText)
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "it is not said whether the year is that of the condition or the one by which the rest is due",
        "年度が、条件の年度か、達成期限かが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write by \(name), every \(area) where [X] is yes: …, for the due year; every \(area) where [X] in \(name) is yes: …, for the condition",
        "達成期限なら「\(year.year.japaneseText)までに、…」と文の初めに、条件の年度なら「\(year.year.japaneseText)の「X」がはいの…」と書いてください"))
  }

  /// `every ward in cities where [X] is 0`: the cities are meant, or the wards.
  mutating func reportWhoseCondition(_ level: LevelSyntax, _ above: Int) {
    let (one, upper) = (word(ofLevel: level.index), word(ofLevel: above))
    report(
      .unclearReach, at: current.place(in: file),
      Wording(
        "it is not said whether the condition is one of the \(one) or of the \(upper)", "条件が、どちらの階層の地域のものかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write every \(one) where the \(upper)'s [X] is less than 60%: …; or every \(one) where [X] is less than 60%: …",
        "「every \(one) where the \(upper)'s [X] is less than 60%: …」か「every \(one) where [X] is less than 60%: …」と書いてください"))
  }

  private func word(ofLevel index: Int) -> String {
    guard levels.indices.contains(index) else { return "city" }
    return levels[index].first { $0.utf8.allSatisfy { $0 < 0x80 } } ?? "city"
  }

  /// The text from one place to another.
  func written(from start: Int32, to end: Int32) -> String {
    start < end ? String(decoding: text.bytes[Int(start)..<Int(end)], as: UTF8.self) : ""
  }
}
