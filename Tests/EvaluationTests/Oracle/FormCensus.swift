import Rulebook

/// How many of the judged targets hold each form of the model, so that no form silently drops out of the random rulebooks.
struct FormCensus {
  private(set) var counts: [String: Int] = [:]

  static let forms = [
    "constant", "indicator", "measure", "parameter", "day of year", "in year", "of area", "total", "average", "median",
    "highest", "lowest", "number of areas", "plus", "minus", "times", "divided by", "sum", "rounded", "comparison",
    "reported", "all", "any", "not", "number met", "outcome", "guard", "filter", "except", "only", "number of", "share of", "the",
    "every", "rank", "rank without zeros", "rank in group", "deviation", "areas", "average of peers", "median of peers",
    "outcome per", "cumulated", "average of years", "slope of years", "path", "positive", "absolute", "carried over",
    "last period",
    "last survey",
    "dated", "exception", "exempt", "due", "record only",
  ]

  mutating func add(_ other: FormCensus) { counts.merge(other.counts) { $0 + $1 } }

  mutating func add(_ target: Target) {
    var found: Set<String> = []
    if target.due != nil { found.insert("due") }
    if target.recordOnly { found.insert("record only") }
    for requirement in target.requirements {
      switch requirement.subject.kind {
      case .every: found.insert("every")
      case .the: found.insert("the")
      case .numberOf(_, _, .count): found.insert("number of")
      case .numberOf(_, _, .share): found.insert("share of")
      }
      if requirement.subject.outcomeLevel != nil { found.insert("outcome per") }
      if !requirement.subject.except.isEmpty { found.insert("except") }
      if !requirement.subject.only.isEmpty { found.insert("only") }
      if let filter = requirement.subject.filter {
        found.insert("filter")
        note(filter, &found)
      }
      if let guarded = requirement.guarded {
        found.insert("guard")
        note(guarded, &found)
      }
      if let years = requirement.years { found.insert(years.first == years.last ? "dated" : "dated by a span") }
      for exception in requirement.exceptions {
        found.insert(exception.demand == nil ? "exempt" : "exception")
        note(exception.condition, &found)
      }
      for demand in requirement.demands { note(demand, &found) }
    }
    for form in found { counts[form, default: 0] += 1 }
  }

  private func note(_ condition: Condition, _ found: inout Set<String>) {
    switch condition {
    case .comparison(let comparison):
      found.insert("comparison")
      note(comparison.left, &found)
      note(comparison.right, &found)
    case .reported: found.insert("reported")
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts):
      if case .all = condition { found.insert("all") }
      if case .any = condition { found.insert("any") }
      if case .numberMet = condition { found.insert("number met") }
      for part in parts { note(part, &found) }
    case .not(let inner):
      found.insert("not")
      note(inner, &found)
    case .rank(let rank):
      found.insert("rank")
      if rank.leavesOutZeros { found.insert("rank without zeros") }
      if rank.peers.group != nil { found.insert("rank in group") }
      note(rank.figure, &found)
    case .deviation(let bound):
      found.insert("deviation")
      note(bound.left, &found)
      note(bound.figure, &found)
    case .areas(let subject, let inner):
      found.insert("areas")
      if let filter = subject.filter { note(filter, &found) }
      note(inner, &found)
    case .outcome: found.insert("outcome")
    }
  }

  private func note(_ expression: Expression, _ found: inout Set<String>) {
    switch expression {
    case .constant: found.insert("constant")
    case .indicator: found.insert("indicator")
    case .measure: found.insert("measure")
    case .parameter: found.insert("parameter")
    case .dayOfYear: found.insert("day of year")
    case .path: found.insert("path")
    case .series(let series, let inner):
      switch series {
      case .cumulated: found.insert("cumulated")
      case .average: found.insert("average of years")
      case .slope: found.insert("slope of years")
      }
      note(inner, &found)
    case .positive(let inner):
      found.insert("positive")
      note(inner, &found)
    case .absolute(let inner):
      found.insert("absolute")
      note(inner, &found)
    case .carriedOver(let carried):
      found.insert("carried over")
      note(carried.demand, &found)
      note(carried.figure, &found)
    case .inYear(let year, let inner):
      found.insert("in year")
      if case .lastPeriod = year { found.insert("last period") }
      if case .planStart = year { found.insert("plan start") }
      if case .lastSurvey = year { found.insert("last survey") }
      note(inner, &found)
    case .ofArea(_, let inner):
      found.insert("of area")
      note(inner, &found)
    case .aggregate(let aggregate, _, let inner):
      found.insert("\(aggregate)")
      note(inner, &found)
    case .peerAggregate(let aggregate, _, let inner):
      found.insert("\(aggregate) of peers")
      note(inner, &found)
    case .numberOfAreas(_, let condition):
      found.insert("number of areas")
      note(condition, &found)
    case .arithmetic(let operation, let left, let right):
      found.insert(operation == .dividedBy ? "divided by" : "\(operation)")
      note(left, &found)
      note(right, &found)
    case .sum(let parts):
      found.insert("sum")
      for part in parts { note(part, &found) }
    case .rounded(let inner, _):
      found.insert("rounded")
      note(inner, &found)
    }
  }
}
