import Quantities

extension RulePrinter {
  /// A requirement as one sentence on one line, without its exceptions.
  func requirement(_ requirement: RequirementSyntax) -> String {
    (requirement.year.map { demandYear($0) } ?? "") + (isEnglish ? english(requirement) : japanese(requirement))
  }

  /// A requirement with its exceptions, each a sentence on a line of its own.
  func sentences(_ requirement: RequirementSyntax) -> [FormattedSentence] {
    [FormattedSentence(place: requirement.place, text: self.requirement(requirement))]
      + requirement.exceptions.map { FormattedSentence(place: $0.place, text: exception($0)) }
  }

  private func demandYear(_ year: DemandYearSyntax) -> String {
    switch year.kind {
    case .fiscal(let fiscal): either("in " + self.year(fiscal) + ", ", self.year(fiscal) + "は、")
    case .span(let first, nil): either("from " + self.year(first) + " on, ", self.year(first) + "以降は、")
    case .span(let first, let last?):
      either(
        "in " + self.year(first) + " to " + self.year(last) + ", ", self.year(first) + "から" + self.year(last) + "までは、")
    case .ofPlan(let ordinal): either("in plan year " + String(ordinal) + ", ", "計画" + String(ordinal) + "年目は、")
    }
  }

  private func exception(_ exception: ExceptionSyntax) -> String {
    if isEnglish {
      let demand = exception.demand.map { clause($0) } ?? word(.exempt)
      return word(.exceptWhen) + " " + clause(exception.condition) + ": " + demand + "."
    }
    let demand = exception.demand.map { japanese($0).final } ?? word(.exempt)
    return word(.exceptWhen) + "、" + japanese(exception.condition).before("ときは、") + demand + "。"
  }

  // MARK: English

  private func english(_ requirement: RequirementSyntax) -> String {
    let guarded = requirement.guarded.map { "when " + clause($0) + ", " } ?? ""
    // no ward: (… and …) says that both are meant
    let isDenied = if case .and = requirement.demand.kind { isNoneAtAll(requirement.subject) } else { false }
    let demand = isDenied ? bracketed(clause(requirement.demand)) : clause(requirement.demand)
    if case .the(let level) = requirement.subject.kind, demand.hasPrefix(possessive(level)) { return guarded + demand + "." }
    let subject = englishSubject(requirement.subject)
    if let verb = verbPhrase(requirement.demand, isPlural: isPlural(requirement.subject)) {
      return guarded + subject + " " + verb + "."
    }
    return guarded + subject + ": " + demand + "."
  }

  private func isNoneAtAll(_ subject: SubjectSyntax) -> Bool {
    guard case .numberOf(_, .equal, let amount) = subject.kind else { return false }
    return amount.value.isZero
  }

  private func possessive(_ level: LevelSyntax) -> String { "the " + self.level(level) + "'s " }

  /// `reports [X]`, `has at least 3回 [X]`: what reads better with a verb than behind a colon.
  func verbPhrase(_ demand: ConditionSyntax, isPlural: Bool) -> String? {
    switch demand.kind {
    case .reports(let figures): return (isPlural ? "report " : "reports ") + list(figures) { expression($0) }
    case .bounds(let figure, let bounds):
      guard bounds.count == 1, bounds[0].relation != .equal, bounds[0].relation != .notEqual, case .name = figure.kind,
        case .literal(let literal) = bounds[0].value.kind, case .named = literal.unit
      else { return nil }
      return (isPlural ? "have " : "has ") + relationWord(bounds[0].relation) + " " + self.literal(literal) + " "
        + expression(figure)
    default: return nil
    }
  }

  func isPlural(_ subject: SubjectSyntax) -> Bool {
    if subject.filter.only.count > 1, !subject.filter.isWithin { return true }
    guard case .numberOf(_, _, let amount) = subject.kind, !isNone(subject) else { return false }
    if case .level = amount.unit { return amount.value != Rational(1) }
    return true
  }

  func englishSubject(_ subject: SubjectSyntax) -> String {
    var text: String
    switch subject.kind {
    case .every(let level) where !subject.filter.only.isEmpty:
      let only = subject.filter.only
      let names = list(only.map { name($0) })
      text =
        subject.filter.isWithin
        ? "every " + self.level(level) + " of " + names
        : "the " + self.level(level, plural: only.count > 1) + " " + names
    case .every(let level): text = "every " + self.level(level)
    case .the(let level): text = "the " + self.level(level)
    case .everyOr(let level, let upper): text = "every " + self.level(level) + " or its " + self.level(upper)
    case .numberOf(let level, .equal, let amount) where isNone(amount): text = "no " + self.level(level)
    case .numberOf(let level, let relation, let amount):
      text = relationWord(relation) + " " + literal(amount)
      if case .level = amount.unit {} else { text += " of " + self.level(level, plural: true) }
    }
    if !subject.filter.except.isEmpty { text += " except " + list(subject.filter.except.map { name($0) }) }
    guard let condition = subject.filter.condition else { return text }
    return text + (isPast(condition) ? " that " : " where ") + clause(condition)
  }

  /// `missed target 「T」`: what an area has done.
  private func isPast(_ condition: ConditionSyntax) -> Bool {
    switch condition.kind {
    case .outcome(_, let verdict, _): verdict == .met || verdict == .missed
    case .and(let parts): parts.allSatisfy { isPast($0) }
    default: false
    }
  }

  // MARK: Japanese

  private func japanese(_ requirement: RequirementSyntax) -> String {
    let guarded = requirement.guarded.map { guarding($0) } ?? ""
    let demand = japanese(requirement.demand).final
    if case .the(let level) = requirement.subject.kind, isHighest(level) || isOwn(requirement.demand), saysWho(demand, level) {
      return guarded + demand + "。"
    }
    if isNone(requirement.subject) {
      return guarded + japaneseAreas(requirement.subject, requirement.demand).final + "。"
    }
    if let counted = deniedByNumber(requirement.subject, requirement.demand) { return guarded + counted + "。" }
    return guarded + japaneseSubject(requirement.subject) + demand + "。"
  }

  /// A number of areas inside would be taken for the subject.
  private func guarding(_ condition: ConditionSyntax) -> String {
    let clause = japanese(condition)
    if case .areas(let subject, _) = condition.kind, !isNone(subject) { return bracketed(clause.attributive) + "のときは、" }
    return clause.before("ときは、")
  }

  /// Where no level lies above, 市の「X」の合計が… leaves no doubt who is asked.
  private func isHighest(_ level: LevelSyntax) -> Bool { level.index == levels.count - 1 }

  /// Of totals and the like over areas it has to be said whose they are.
  private func isOwn(_ demand: ConditionSyntax) -> Bool {
    guard let figure = demand.onlyFigure, case .ofArea = figure.kind else { return false }
    return true
  }

  /// In 市の「X」が…, the figure itself says who.
  private func saysWho(_ demand: String, _ level: LevelSyntax) -> Bool {
    let opening = self.level(level) + "の"
    return demand.hasPrefix(opening + "「") || demand.hasPrefix(opening + "[")
  }

  func japaneseSubject(_ subject: SubjectSyntax) -> String {
    let filter = subject.filter
    switch subject.kind {
    case .the(let level): return self.level(level) + "で"
    case .every(let level) where !filter.only.isEmpty:
      let all = filter.isWithin ? "すべての" : filter.only.count > 1 ? "各" : ""
      return list(filter.only.map { name($0) }) + "の" + all + self.level(level) + "で"
    case .every, .everyOr:
      let (level, whole) = allAreas(subject.kind)
      let except = filter.except.isEmpty ? "" : list(filter.except.map { name($0) }) + "を除く"
      guard let condition = filter.condition else { return except + "すべての" + whole + "で" }
      let separator = except.isEmpty ? "" : "、"
      if case .outcome = condition.kind, case .every = subject.kind {
        return except + separator + filtered(condition, self.level(level)) + "で"
      }
      return except + separator + filtered(condition, "すべての" + whole) + "で"
    case .numberOf(let level, let relation, let amount):
      let word = self.level(level)
      let number = share(relation, amount)
      if !filter.except.isEmpty || filter.condition != nil {
        let except = filter.except.isEmpty ? "" : list(filter.except.map { name($0) }) + "を除く"
        let areas = filter.condition.map { (except.isEmpty ? "" : "、") + filtered($0, word) } ?? word
        return except + areas + "のうち、" + number + "で"
      }
      if relation == .moreThan { return moreThan(amount) + word + "で" }
      if case .level = amount.unit { return number + "で" }
      return number + "の" + word + "で"
    }
  }

  func isHalf(_ amount: LiteralSyntax) -> Bool {
    amount.unit == nil && amount.decimals == 0 && amount.value == Rational(mantissa: 5, scale: 1)
  }

  private func moreThan(_ amount: LiteralSyntax) -> String { isHalf(amount) ? "過半数の" : literal(amount) + "を超える" }

  /// 23区以上, 70%以上, ちょうど23区.
  func share(_ relation: Relation, _ amount: LiteralSyntax) -> String {
    let number = isHalf(amount) ? "半数" : literal(amount)
    switch relation {
    case .atLeast: return number + "以上"
    case .atMost: return number + "以下"
    case .moreThan: return number + "超"
    case .lessThan: return number + "未満"
    case .equal: return (amount.unit == .percent && amount.isNothingOrAll ? "" : "ちょうど") + number
    case .notEqual: return number + "でない"
    }
  }

  /// A condition before the areas that it leaves in; brackets where a sentence would begin with something else.
  private func filtered(_ condition: ConditionSyntax, _ areas: String) -> String {
    let text = japanese(condition)
    let opens = text.attributive.utf8.first
    let isName = text.attributive.hasPrefix("「") || opens == 0x5B
    var isSafe = isName || isPlain
    switch condition.kind {
    case .and, .or, .not: isSafe = false
    case .outcome(_, _, let year): if case .yearsAgo(let years) = year { isSafe = years < 2 } else { isSafe = true }
    default: break
    }
    return isSafe ? text.before(areas) : bracketed(text.attributive) + "の" + areas
  }
}

/// A sentence with the place in the source that it came from.
struct FormattedSentence {
  let place: Place
  let text: String
}
