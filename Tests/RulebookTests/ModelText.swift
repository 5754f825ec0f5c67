import Quantities
import RuleLanguage
import Rulebook

/// The checked model in short, so that tests can say what a sentence means.
struct ModelText {
  let rulebook: Rulebook

  func text(_ target: Target) -> [String] {
    target.requirements.map { "「\(target.name)」 " + text($0) }
  }

  private func text(_ requirement: Requirement) -> String {
    var parts = [text(requirement.subject)]
    if let guarded = requirement.guarded { parts.append("when " + text(guarded)) }
    return parts.joined(separator: " ") + ": " + text(requirement.demand)
  }

  private func text(_ subject: Subject) -> String {
    var text: String
    switch subject.kind {
    case .every(let level): text = "every \(level)"
    case .the(let level): text = "the \(level)"
    case .numberOf(let level, let relation, .count(let count)): text = "\(sign(relation)) \(count) of \(level)"
    case .numberOf(let level, let relation, .share(let share)): text = "\(sign(relation)) share \(number(share)) of \(level)"
    }
    if let level = subject.outcomeLevel { text += " per \(level)" }
    if !subject.only.isEmpty { text += " only " + subject.only.map { $0.text }.joined(separator: ",") }
    if !subject.except.isEmpty { text += " except " + subject.except.map { $0.text }.joined(separator: ",") }
    if let filter = subject.filter { text += " where " + self.text(filter) }
    return text
  }

  func text(_ condition: Condition) -> String {
    switch condition {
    case .comparison(let comparison):
      "\(text(comparison.left)) \(sign(comparison.relation)) \(text(comparison.right)) [\(text(comparison.dimension))]"
    case .reported(let expression): "reported \(text(expression))"
    case .all(let parts): "(and " + parts.map { text($0) }.joined(separator: ", ") + ")"
    case .any(let parts): "(or " + parts.map { text($0) }.joined(separator: ", ") + ")"
    case .not(let part): "(not " + text(part) + ")"
    case .numberMet(let relation, let count, let parts):
      "(\(sign(relation)) \(count) of " + parts.map { text($0) }.joined(separator: ", ") + ")"
    case .rank(let rank):
      "(\(text(rank.figure)) \(rank.end) \(text(rank.amount)) of \(text(rank.peers))\(rank.leavesOutZeros ? " without zeros" : ""))"
    case .deviation(let bound):
      "(\(text(bound.left)) \(sign(bound.relation)) average \(text(bound.figure)) + \(number(bound.factor)) deviations of \(text(bound.peers)))"
    case .areas(let subject, let inner): "(\(text(subject)): \(text(inner)))"
    case .outcome(let target, let verdict, let year):
      "(\(verdict) 「\(rulebook.targets[target].name)」 \(text(year)))"
    }
  }

  private func text(_ amount: Subject.Amount) -> String {
    switch amount {
    case .count(let count): "\(count)"
    case .share(let share): "share \(number(share))"
    }
  }

  private func text(_ peers: Peers) -> String {
    "\(peers.level)" + (peers.within.map { " in \($0)" } ?? "")
      + (peers.group.map { " same 「\(rulebook.groups[$0].name)」" } ?? "")
  }

  func text(_ expression: Expression) -> String {
    switch expression {
    case .constant(let value): number(value)
    case .indicator(let indicator): rulebook.indicators[indicator].code
    case .measure(let measure): "measure:" + rulebook.measures[measure].name
    case .parameter(let parameter): "parameter:" + rulebook.parameters[parameter].name
    case .dayOfYear(let month, let day): "\(month)/\(day)"
    case .inYear(let year, let inner): "(\(text(year)) \(text(inner)))"
    case .ofArea(let level, let inner): "(of \(level) \(text(inner)))"
    case .aggregate(let aggregate, let level, let inner): "(\(aggregate) over \(level) \(text(inner)))"
    case .peerAggregate(let aggregate, let peers, let inner): "(\(aggregate) over \(text(peers)) \(text(inner)))"
    case .numberOfAreas(let level, let condition): "(areas \(level) where \(text(condition)))"
    case .arithmetic(let operation, let left, let right): "(\(text(left)) \(sign(operation)) \(text(right)))"
    case .sum(let parts): "(sum " + parts.map { text($0) }.joined(separator: " ") + ")"
    case .rounded(let inner, let decimals): "(rounded \(decimals) \(text(inner)))"
    case .series(.cumulated(let since), let inner): "(since \(text(since)) \(text(inner)))"
    case .series(.average(let years), let inner): "(average of \(years) \(text(inner)))"
    case .series(.slope(let years), let inner): "(slope of \(years) \(text(inner)))"
    case .path(let points):
      "(path " + points.map { "\($0.year.englishText):\(number($0.value))" }.joined(separator: " ") + ")"
    case .positive(let inner): "(positive \(text(inner)))"
    case .absolute(let inner): "(absolute \(text(inner)))"
    case .carriedOver(let carried):
      "(\(text(carried.demand)) and missing \(text(carried.before)) of \(text(carried.figure)) since \(carried.since.englishText))"
    }
  }

  func text(_ dimension: Dimension) -> String {
    switch dimension {
    case .plain: "number"
    case .ratio: "share"
    case .points: "points"
    case .counted(let unit): unit
    case .rate(let unit, let per): "\(unit)/\(per)"
    case .areas(let level): "areas \(level)"
    case .ladder(let ladder): rulebook.ladders[ladder].name
    case .yesOrNo: "yes/no"
    case .date: "date"
    case .days: "days"
    case .choice: "choice"
    case .text: "text"
    }
  }

  func number(_ value: Rational) -> String {
    value.fits(decimals: 6)
      ? value.decimalText : "\(value.numerator.description)/\(value.denominator.description)"
  }

  private func text(_ year: YearReference) -> String {
    switch year {
    case .yearsAgo(let years): years == 0 ? "now" : "-\(years)"
    case .fixed(let year): year.englishText
    case .calendar(let year): "CY\(year.number)"
    case .lastPeriod: "last period"
    case .planStart: "plan start"
    case .lastSurvey(let indicator): "last survey of \(indicator.map { rulebook.indicators[$0].code } ?? "?")"
    }
  }

  private func sign(_ relation: Relation) -> String {
    switch relation {
    case .atLeast: ">="
    case .atMost: "<="
    case .moreThan: ">"
    case .lessThan: "<"
    case .equal: "="
    case .notEqual: "/="
    }
  }

  private func sign(_ operation: Arithmetic) -> String {
    switch operation {
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .dividedBy: "/"
    }
  }
}
