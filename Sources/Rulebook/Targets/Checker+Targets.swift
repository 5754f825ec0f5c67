import Diagnostics
import Quantities
import RuleLanguage

// Targets: whom they ask, what they demand, and when.

extension Checker {
  /// Measures and targets are looked at twice where a target has an error: outcomes are asked for by a target's position, and
  /// positions are known once it is known which targets are left.
  func checkMeasuresAndTargets() {
    judgedLevels = declared.targets.map { judgedLevels($0.syntax) }
    targetPositions = declared.targets.indices.map { $0 }
    checkGroupsAndMeasures()
    let first = declared.targets.map { target($0) }
    let dropped = targetsToDrop(first)
    if dropped.isEmpty {
      rulebook.targets = first.compactMap { $0 }
      return
    }
    var kept = 0
    for position in declared.targets.indices {
      targetPositions[position] = dropped.contains(position) ? nil : kept
      if !dropped.contains(position) { kept += 1 }
    }
    checkGroupsAndMeasures()
    for (position, entry) in declared.targets.enumerated() where !dropped.contains(position) {
      if let target = target(entry) { rulebook.targets.append(target) }
    }
  }

  private func target(_ entry: CollectedDeclarations.Belonging<TargetSyntax>) -> Target? {
    let syntax = entry.syntax
    isTooDeepReported = false
    let isMisread = misread.contains(syntax.place)
    if syntax.stage == nil, !isMisread { warnNoStage(syntax) }
    let isPeriodSound = isPeriod(from: syntax.inForceFrom, until: syntax.inForceUntil)
    if syntax.requirements.isEmpty, !isMisread { reportNoRequirement(syntax) }
    let requirements = syntax.requirements.map { requirement($0, of: syntax) }
    let sound = requirements.compactMap { $0 }
    guard isDueSound(syntax), isPeriodSound, !sound.isEmpty, sound.count == requirements.count, demandsGoOn(sound)
    else { return nil }
    let isScored = syntax.score != nil || syntax.grade != nil || syntax.showsAchievement
    let scored = isScored ? scoredFigure(of: syntax) : nil
    let score = syntax.score.map { self.score($0, of: scored, syntax) }
    let grade = syntax.grade.map { self.grade($0, of: scored, syntax) }
    if syntax.showsAchievement, syntax.grade == nil, scored == nil { return reportNothingToScore(syntax.name.name.place) }
    if let score, score == nil { return nil }
    if let grade, grade == nil { return nil }
    return Target(
      name: syntax.name.name.text, otherName: syntax.name.other?.text, item: itemPosition(entry.item),
      stage: syntax.stage?.stage, severity: syntax.severity ?? .must, inForceFrom: syntax.inForceFrom?.year,
      inForceUntil: syntax.inForceUntil?.year, due: syntax.due?.year ?? planEnd(sound), recordOnly: syntax.recordOnly,
      score: score ?? nil,
      grade: grade ?? nil, showsAchievement: syntax.showsAchievement, because: syntax.because.map { $0.text },
      advice: syntax.advice.map { $0.text },
      owner: syntax.owner?.text, requirements: sound, place: syntax.name.name.place.span)
  }

  private func requirement(_ syntax: RequirementSyntax, of target: TargetSyntax) -> Requirement? {
    let years = syntax.year.map { demandYears($0, of: target) }
    guard partsAreClear(syntax) else { return nil }
    guard let (kind, level) = subject(syntax.subject) else { return nil }
    warnOfManyOutcomes(syntax.subject)
    var scope = Scope(level: level, use: .choosing)
    switch syntax.subject.kind {
    case .every(let word): (scope.owner, scope.ownsEach) = (word.place.span, true)
    case .the(let word): scope.owner = word.place.span
    case .everyOr, .numberOf: break
    }
    scope.since = [target.inForceFrom?.year, rulebook.program.since].compactMap { $0 }.max()
    let exceptions = syntax.exceptions.map { exception($0, of: syntax.subject, scope) }
    let filter = syntax.subject.filter.condition.map { condition($0, scope, depth: 1) }
    let guarded = syntax.guarded.map { condition($0, scope, depth: 1) }
    let checked = condition(syntax.demand, scope.used(as: .demanded), depth: 1)
    guard let checked, let demand = demand(checked, of: syntax.subject, syntax.place), let per = outcomeLevel(kind, level, target)
    else { return nil }
    if let filter, filter == nil { return nil }
    if let guarded, guarded == nil { return nil }
    if let years, years == nil { return nil }
    let soundExceptions = exceptions.compactMap { $0 }
    guard soundExceptions.count == exceptions.count, exceptionsSpeakOfAll(demand.condition, soundExceptions) else { return nil }
    warnOfIntroduction(demand.condition, target, syntax.place)
    warnOfSurveys(demand.condition, syntax, target)
    let except = syntax.subject.filter.except.map { Spelled($0.text, $0.place.span) }
    let only = syntax.subject.filter.only.map { Spelled($0.text, $0.place.span) }
    return Requirement(
      years: years ?? nil,
      subject: Subject(kind, except: except, only: only, filter: (filter ?? nil)?.condition, outcomeLevel: per.level),
      guarded: (guarded ?? nil)?.condition, demand: demand.condition, exceptions: soundExceptions, place: syntax.place.span)
  }

  /// A demand on an indicator that is introduced only after the target has come into force.
  private func warnOfIntroduction(_ demand: Condition, _ target: TargetSyntax, _ place: Place) {
    let figure: Expression
    switch demand {
    case .comparison(let comparison): figure = comparison.left
    case .reported(let expression): figure = expression
    default: return
    }
    guard case .indicator(let position) = figure, let from = target.inForceFrom,
      let introduced = rulebook.indicators[position].introduced, from.year < introduced
    else { return }
    let indicator = rulebook.indicators[position]
    findings.warning(
      .beforeIntroduction, at: from.place.span,
      Wording(
        "the target is in force from \(from.year.englishText), but 「\(indicator.name)」 was introduced in \(introduced.englishText)",
        "目標は\(from.year.japaneseText)から適用されますが、「\(indicator.name)」の導入は\(introduced.japaneseText)です"),
      labels: [Label(.rule(indicator.place), Wording("introduced in \(introduced.englishText)", "\(introduced.japaneseText)導入"))],
      reason: Wording("in the years between it is not applicable everywhere", "その間の年度は、すべて対象外になります"),
      mend: Wording("write: in force from \(introduced.englishText)", "「適用 \(introduced.japaneseText)から」と書いてください"))
  }

  private func warnNoStage(_ syntax: TargetSyntax) {
    let name = syntax.name.name
    findings.warning(
      .stageMissing, at: name.place.span,
      Wording("target 「\(name.text)」 belongs to no stage", "目標「\(name.text)」に段階がありません"),
      reason: Wording("without it the target stands in no cell of the circle plan, do, check, act", "計画・実行・評価・改善のどこにも表れません"),
      mend: Wording("add: stage do (or plan, check, act)", "「段階 実行」のように書いてください"))
  }

  private func reportNoRequirement(_ syntax: TargetSyntax) {
    let name = syntax.name.name
    findings.error(
      .nothingRequired, at: name.place.span,
      Wording("target 「\(name.text)」 requires nothing", "目標「\(name.text)」に要求する文がありません"),
      mend: Wording(
        "add a sentence, such as: every ward holds at least 3回 [council meetings].", "「すべての区で「協議回数」が3回以上であること。」のような文を加えてください"))
  }
}
