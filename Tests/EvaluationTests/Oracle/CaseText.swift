import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A random case in words, to be read by whoever looks into a difference.
struct CaseText {
  let rulebook: Rulebook
  let facts: Facts

  func text(target: Int) -> String {
    var lines: [String] = []
    let program = rulebook.program
    lines.append("levels: \(program.levels.map { $0.words[0] }.joined(separator: " < ")); since \(year(program.since))")
    if let period = program.planPeriod { lines.append("plan \(period.first.englishText) to \(period.last.englishText)") }
    let areas = facts.areas.areas.map { area in
      let period = "\(area.from?.englishText ?? "ever") to \(area.until?.englishText ?? "ever") > \(area.successors)"
      return "\(area.name) (level \(area.level), below \(area.parent.map { "A\($0)" } ?? "none"), \(period))"
    }
    lines.append("areas: " + areas.joined(separator: ", "))
    for target in targets(from: target) { lines += text(ofTarget: target) }
    for (position, measure) in rulebook.measures.enumerated() { lines.append("measure m\(position) = \(text(measure.value))") }
    for (position, group) in rulebook.groups.enumerated() {
      lines.append("group g\(position): " + group.classes.map { "(\(text($0.condition)))" }.joined(separator: ", "))
    }
    for (position, parameter) in rulebook.parameters.enumerated() {
      let values = parameter.values.map { "\(Fraction($0.value).text) from \(year($0.from))" }
      let replacement = parameter.replacement.map { ", \(Fraction($0.value).text) in \($0.year.englishText) only" } ?? ""
      lines.append("parameter p\(position) = " + values.joined(separator: ", ") + replacement)
    }
    for waiver in rulebook.waivers {
      let names = waiver.areas.map { $0.text }.joined(separator: ", ")
      lines.append("waive T\(waiver.target) for \(names) from \(year(waiver.from)) until \(year(waiver.until))")
    }
    for indicator in rulebook.indicators.indices { lines += text(ofIndicator: indicator) }
    return lines.joined(separator: "\n")
  }

  /// The target and those that it asks about, the asked ones first.
  private func targets(from target: Int) -> [Int] {
    var found: Set<Int> = []
    var open = [target]
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      for requirement in rulebook.targets[next].requirements {
        for condition in requirement.gates + requirement.demands { open += asked(condition) }
      }
    }
    return found.sorted()
  }

  private func asked(_ condition: Condition) -> [Int] {
    switch condition {
    case .comparison(let comparison): asked(comparison.left) + asked(comparison.right)
    case .reported: []
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): parts.flatMap { asked($0) }
    case .not(let inner): asked(inner)
    case .rank(let rank): asked(rank.figure)
    case .deviation(let bound): asked(bound.left) + asked(bound.figure)
    case .areas(let subject, let inner): (subject.filter.map { asked($0) } ?? []) + asked(inner)
    case .outcome(let target, _, _): [target]
    }
  }

  private func asked(_ expression: Expression) -> [Int] {
    switch expression {
    case .numberOfAreas(_, let condition): asked(condition)
    case .inYear(_, let inner), .ofArea(_, let inner), .aggregate(_, _, let inner), .peerAggregate(_, _, let inner),
      .rounded(let inner, _), .series(_, let inner), .positive(let inner), .absolute(let inner):
      asked(inner)
    case .carriedOver(let carried): asked(carried.demand) + asked(carried.figure)
    case .arithmetic(_, let left, let right): asked(left) + asked(right)
    case .sum(let parts): parts.flatMap { asked($0) }
    default: []
    }
  }

  private func year(_ year: FiscalYear?) -> String { year.map { $0.englishText } ?? "ever" }
}

// MARK: - Figures

extension CaseText {
  private func text(ofIndicator indicator: Int) -> [String] {
    let kind = rulebook.indicators[indicator]
    var range = ""
    if let lowest = kind.lowest { range += " from \(Fraction(lowest).text)" }
    if let highest = kind.highest { range += " to \(Fraction(highest).text)" }
    if let surveyed = kind.surveyed { range += ", surveyed " + surveyed.map { $0.englishText }.joined(separator: " ") }
    if let introduced = kind.introduced { range += ", introduced \(introduced.englishText)" }
    if kind.givenByBureau { range += ", given by the bureau" }
    if case .ladder(let ladder) = kind.kind { range += ", \(rulebook.ladders[ladder].steps.count) steps" }
    var lines = ["i\(indicator): \(kind.kind)\(range), stored:"]
    for year in facts.years {
      let cells = facts.areas.areas.indices.map { area -> String in
        let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(year))
        switch facts.state(key) {
        case .given: return "A\(area)=\(facts.stored(key) ?? 0)"
        case .notReported: return "A\(area)=?"
        case .notApplicable: return "A\(area)=N/A"
        }
      }
      lines.append("  FY\(year) " + cells.joined(separator: " "))
    }
    return lines
  }

  func text(_ expression: Expression) -> String {
    switch expression {
    case .constant(let value): return Fraction(value).text
    case .indicator(let indicator): return "i\(indicator)"
    case .measure(let measure): return "m\(measure)"
    case .parameter(let parameter): return "p\(parameter)"
    case .dayOfYear(let month, let day): return "\(day)/\(month)"
    case .inYear(let reference, let inner): return "\(text(inner))@\(text(reference))"
    case .ofArea(let level, let inner): return "(the level-\(level) area's \(text(inner)))"
    case .aggregate(let aggregate, let level, let inner): return "\(aggregate) over level \(level) of (\(text(inner)))"
    case .peerAggregate(let aggregate, let peers, let inner): return "\(aggregate) over \(text(peers)) of (\(text(inner)))"
    case .numberOfAreas(let level, let condition): return "number of level-\(level) areas where (\(text(condition)))"
    case .arithmetic(let operation, let left, let right):
      let signs: [Arithmetic: String] = [.plus: "+", .minus: "−", .times: "×", .dividedBy: "÷"]
      return "(\(text(left)) \(signs[operation] ?? "") \(text(right)))"
    case .sum(let parts): return "sum(" + parts.map { text($0) }.joined(separator: ", ") + ")"
    case .rounded(let inner, let decimals): return "rounded(\(text(inner)), \(decimals))"
    case .series(.cumulated(let since), let inner): return "(\(text(inner)) cumulated since \(text(since)))"
    case .series(.average(let years), let inner): return "(\(years)-year average of \(text(inner)))"
    case .series(.slope(let years), let inner): return "(\(years)-year slope of \(text(inner)))"
    case .path(let points):
      return "path(" + points.map { "\($0.year.englishText): \(Fraction($0.value).text)" }.joined(separator: ", ") + ")"
    case .positive(let inner): return "positive(\(text(inner)))"
    case .absolute(let inner): return "|\(text(inner))|"
    case .carriedOver(let carried):
      return "(\(text(carried.demand)) with what \(text(carried.figure)) missed \(text(carried.before)), since "
        + "\(carried.since.englishText))"
    }
  }

  private func text(_ reference: YearReference) -> String {
    switch reference {
    case .yearsAgo(let years): "\(years)-years-ago"
    case .fixed(let year), .calendar(let year): year.englishText
    case .lastPeriod: "last-period"
    case .planStart: "plan-start"
    case .lastSurvey(let indicator): "last-survey-of-i\(indicator ?? -1)"
    }
  }
}

// MARK: - Targets

extension CaseText {
  private func text(ofTarget position: Int) -> [String] {
    let target = rulebook.targets[position]
    var lines = ["T\(position), in force from \(year(target.inForceFrom)) until \(year(target.inForceUntil)):"]
    if let due = target.due { lines.append("  due \(year(due))") }
    if target.recordOnly { lines.append("  record only") }
    for requirement in target.requirements {
      var line =
        "  " + (requirement.years.map { "in \($0.first.englishText) to \($0.last?.englishText ?? "now"), " } ?? "")
        + text(requirement.subject)
      if let guarded = requirement.guarded { line += " when \(text(guarded))," }
      lines.append(line + ": " + text(requirement.demand))
      for exception in requirement.exceptions {
        lines.append("    except when \(text(exception.condition)): " + (exception.demand.map { text($0) } ?? "nothing"))
      }
    }
    return lines
  }

  private func text(_ subject: Subject) -> String {
    var line: String
    switch subject.kind {
    case .every(let level): line = "every area of level \(level)"
    case .the(let level): line = "the area of level \(level)"
    case .numberOf(let level, let relation, .count(let number)):
      line = "number of level-\(level) areas \(text(relation)) \(number)"
    case .numberOf(let level, let relation, .share(let share)):
      line = "share of level-\(level) areas \(text(relation)) \(Fraction(share).text)"
    }
    if let level = subject.outcomeLevel { line += " per level \(level)" }
    if !subject.except.isEmpty { line += " except " + subject.except.map { $0.text }.joined(separator: ", ") }
    if !subject.only.isEmpty { line += " only " + subject.only.map { $0.text }.joined(separator: ", ") }
    if let filter = subject.filter { line += " where (\(text(filter)))" }
    return line
  }

  private func text(_ relation: Relation) -> String {
    switch relation {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .moreThan: ">"
    case .lessThan: "<"
    case .equal: "="
    case .notEqual: "≠"
    }
  }

  private func text(_ peers: Peers) -> String {
    "level \(peers.level)" + (peers.within.map { " within \($0)" } ?? "") + (peers.group.map { " of the same g\($0)" } ?? "")
  }

  func text(_ condition: Condition) -> String {
    switch condition {
    case .comparison(let comparison): "\(text(comparison.left)) \(text(comparison.relation)) \(text(comparison.right))"
    case .reported(let expression): "reports \(text(expression))"
    case .all(let parts): "all(" + parts.map { text($0) }.joined(separator: "; ") + ")"
    case .any(let parts): "any(" + parts.map { text($0) }.joined(separator: "; ") + ")"
    case .not(let inner): "not(\(text(inner)))"
    case .numberMet(let relation, let number, let parts):
      "number met \(text(relation)) \(number) of (" + parts.map { text($0) }.joined(separator: "; ") + ")"
    case .rank(let rank):
      "\(text(rank.figure)) in the \(rank.end) \(rank.amount) of \(text(rank.peers))\(rank.leavesOutZeros ? " without zeros" : "")"
    case .deviation(let bound):
      "\(text(bound.left)) \(text(bound.relation)) average of \(text(bound.figure)) plus \(Fraction(bound.factor).text) deviations over \(text(bound.peers))"
    case .areas(let subject, let inner): "[\(text(subject)): \(text(inner))]"
    case .outcome(let target, let verdict, let reference): "T\(target) \(verdict) @\(text(reference))"
    }
  }
}
