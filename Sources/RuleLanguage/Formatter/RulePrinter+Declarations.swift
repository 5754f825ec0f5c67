import Quantities

extension RulePrinter {
  /// A declaration with a line for each clause. Clauses without a place of their own come at `start`: the caller knows better.
  func block(_ declaration: Declaration, start: Int32) -> FormattedBlock {
    switch declaration {
    case .program(let program): return block(program, start)
    case .include(let path): return FormattedBlock(start, word(.include) + " " + text(path))
    case .unit(let unit): return FormattedBlock(start, word(.unit) + " " + bareOrMarked(unit.name) + further(unit.others))
    case .scale(let scale): return block(scale, start)
    case .item(let item):
      return FormattedBlock(start, word(.item) + " " + item.code.text + (item.title.map { " " + text($0) } ?? ""))
    case .indicator(let indicator): return block(indicator, start)
    case .table(let table): return block(table, start)
    case .measure(let measure):
      return FormattedBlock(start, head(.measure, declaredName(measure.name)) + " = " + expression(measure.value))
    case .parameter(let parameter): return block(parameter, start)
    case .group(let group): return block(group, start)
    case .breakdown(let breakdown): return block(breakdown, start)
    case .target(let target): return block(target, start) { sentences($0) }
    case .waiver(let waiver): return block(waiver, start)
    case .overall(let overall): return block(overall, start)
    case .example(let example): return block(example, start)
    }
  }

  /// 目標「…」, `target 「…」`.
  func head(_ word: Word, _ name: String) -> String { self.word(word) + either(" ", "") + name }

  private func clause(_ word: Word, _ content: String) -> String { self.word(word) + " " + content }

  /// A declared word stands without marks unless it holds what would end it.
  private func bareOrMarked(_ name: NameSyntax) -> String {
    let isPlain = Vocabulary.scalars(of: name.text).allSatisfy { !Lexer.endsDeclaredWord($0) }
    return isPlain ? name.text : self.name(name)
  }

  // MARK: The program

  private func block(_ program: ProgramSyntax, _ start: Int32) -> FormattedBlock {
    var block = FormattedBlock(start, clause(.program, text(program.title)))
    if let month = program.firstMonth { block.add(.fiscalYearStarts, clause(.fiscalYearStarts, self.month(month))) }
    if let since = program.since { block.add(since.place, clause(.since, year(since.year))) }
    if let period = program.planPeriod {
      let (from, until) = (year(period.from.year), year(period.until.year))
      block.add(period.from.place, clause(.planPeriod, either(from + " to " + until, from + "から" + until + "まで")))
    }
    if program.answersEveryGap { block.add(.answerEveryGap, word(.answerEveryGap)) }
    if let first = program.levels.first?.words.first {
      block.add(first.place, clause(.levels, program.levels.map { level($0) }.joined(separator: " < ")))
    }
    return block
  }

  private func level(_ level: LevelDeclaration) -> String {
    guard let first = level.words.first else { return "" }
    return first.text + further(Array(level.words.dropFirst()))
  }

  /// The further words of a level or a unit, in brackets.
  private func further(_ words: [NameSyntax]) -> String {
    if words.isEmpty { return "" }
    return either(" ", "") + bracketed(words.map { $0.text }.joined(separator: ", "))
  }

  // MARK: Scales and parameters

  private func block(_ scale: ScaleSyntax, _ start: Int32) -> FormattedBlock {
    let order = word(scale.lowestFirst ? .lowestFirst : .highestFirst)
    let name = declaredName(scale.name)
    var block = FormattedBlock(start, head(.scale, name) + either(", " + order, bracketed(order)))
    for step in scale.steps {
      let others = step.spellings.isEmpty ? "" : " " + clause(.also, texts(step.spellings))
      block.add(step.name.name.place, declaredName(step.name) + others)
    }
    return block
  }

  private func block(_ parameter: ParameterSyntax, _ start: Int32) -> FormattedBlock {
    var text = head(.parameter, declaredName(parameter.name)) + " = " + expression(parameter.value)
    for change in parameter.changes {
      let (from, value) = (year(change.from.year), expression(change.value))
      text += either(", " + value + " from " + from, "、" + from + "から" + value)
    }
    return FormattedBlock(start, text)
  }

  // MARK: Indicators and tables

  private func block(_ indicator: IndicatorSyntax, _ start: Int32) -> FormattedBlock {
    var block = FormattedBlock(start, codeHead(.indicator, indicator.code, indicator.label))
    if let question = indicator.question { block.add(question.place, clause(.question, text(question))) }
    if let answer = indicator.answer { block.add(answer.place, clause(.measuredAs, self.answer(answer.kind))) }
    if let stage = indicator.stage { block.add(stage.place, clause(.stage, self.stage(stage.stage))) }
    if let reporter = indicator.reportedBy { block.add(reporter.place, clause(.reportedBy, text(reporter))) }
    if indicator.givenByBureau { block.add(.givenByBureau, word(.givenByBureau)) }
    if let range = indicator.range {
      let (low, high) = (expression(range.lowest), expression(range.highest))
      block.add(range.lowest.place, clause(.range, either(low + " to " + high, low + "から" + high + "まで")))
    }
    if let introduced = indicator.introduced { block.add(introduced.place, clause(.introduced, year(introduced.year))) }
    if let by = indicator.by { block.add(by.place, either("by " + name(by), "集計 " + name(by) + "別")) }
    if let first = indicator.surveyed.first {
      block.add(first.place, clause(.surveyed, indicator.surveyed.map { year($0) }.joined(separator: either(", ", "、"))))
    }
    if indicator.byCalendarYear { block.add(.byCalendarYear, word(.byCalendarYear)) }
    if indicator.recordOnly { block.add(.recordOnly, word(.recordOnly)) }
    return block
  }

  private func codeHead(_ word: Word, _ code: NameSyntax, _ label: DeclaredName?) -> String {
    self.word(word) + " " + code.text + (label.map { either(" ", "") + declaredName($0) } ?? "")
  }

  private func block(_ table: TableSyntax, _ start: Int32) -> FormattedBlock {
    var block = FormattedBlock(start, codeHead(.table, table.code, table.label))
    if let total = table.total { block.add(total.place, clause(.total, name(total))) }
    if let first = table.ofWhich.first { block.add(first.place, clause(.ofWhich, list(table.ofWhich.map { name($0) }))) }
    if table.multipleAnswers { block.add(.multipleAnswers, word(.multipleAnswers)) }
    return block
  }

  private func stage(_ stage: Stage) -> String {
    switch stage {
    case .plan: word(.plan)
    case .do: word(.do)
    case .check: word(.check)
    case .act: word(.act)
    }
  }

  // MARK: Answers

  private func answer(_ kind: AnswerSyntax.Kind) -> String {
    switch kind {
    case .count(let unit): either("count in " + self.unit(unit), counted(unit) + bracketed(self.unit(unit)))
    case .amount(let unit): either("amount in " + self.unit(unit), word(.amountIn) + bracketed(self.unit(unit)))
    case .number(let unit, let decimals): number(unit, decimals)
    case .status(let scale): word(.statusOf) + either(" ", "") + name(scale)
    case .yesOrNo: word(.yesOrNo)
    case .date: word(.dateAnswer)
    case .text: word(.textAnswer)
    case .choice(let options): word(.choiceOf) + " " + texts(options)
    }
  }

  /// 回数（回）, 件数（件）, 人数（人）.
  private func counted(_ unit: UnitSyntax) -> String {
    switch unit {
    case .named("回"): "回数"
    case .named("人"): "人数"
    case .named("か所"): "か所数"
    default: "件数"
    }
  }

  private func number(_ unit: UnitSyntax?, _ decimals: Int?) -> String {
    let places = decimals.map { count in
      either(", " + String(count) + (count == 1 ? " decimal" : " decimals"), "、小数第" + String(count) + "位")
    }
    guard let unit else { return either("number", "数値") + (places ?? "") }
    if isEnglish { return "number in " + self.unit(unit) + (places ?? "") }
    return (unit == .percent ? "割合" : "数値") + bracketed(self.unit(unit) + (places ?? ""))
  }

  // MARK: Targets and waivers

  func block(_ target: TargetSyntax, _ start: Int32, sentences: (RequirementSyntax) -> [FormattedSentence]) -> FormattedBlock {
    var block = FormattedBlock(start, head(.target, declaredName(target.name)))
    if let stage = target.stage { block.add(stage.place, clause(.stage, self.stage(stage.stage))) }
    for requirement in target.requirements {
      for sentence in sentences(requirement) { block.add(sentence.place, sentence.text) }
    }
    if let first = target.inForceFrom ?? target.inForceUntil {
      block.add(first.place, clause(.inForce, period(from: target.inForceFrom, until: target.inForceUntil)))
    }
    if let due = target.due { block.add(due.place, clause(.due, year(due.year))) }
    if target.recordOnly { block.add(.recordOnly, word(.recordOnly)) }
    if let score = target.score { block.add(score.place, clause(.score, self.score(score, lessIsBetter: target.asksForLess))) }
    if let grade = target.grade { block.add(grade.place, grades(grade)) }
    if target.showsAchievement { block.add(.showAchievement, word(.showAchievement)) }
    if let per = target.outcomePer { block.add(per.place, clause(.outcomePer, level(per))) }
    switch target.severity {
    case .must?: block.add(.must, either("severity must", word(.must)))
    case .should?: block.add(.should, either("severity should", word(.should)))
    case nil: break
    }
    if let first = target.because.first { block.add(first.place, clause(.because, texts(target.because))) }
    if let first = target.advice.first { block.add(first.place, clause(.advice, texts(target.advice))) }
    if let owner = target.owner { block.add(owner.place, clause(.owner, text(owner))) }
    return block
  }

  private func block(_ waiver: WaiverSyntax, _ start: Int32) -> FormattedBlock {
    var block = FormattedBlock(start, head(.waive, name(waiver.target)))
    if let first = waiver.areas.first {
      block.add(first.place, either("for ", word(.concerning) + " ") + list(waiver.areas.map { name($0) }))
    }
    if let first = waiver.from ?? waiver.until {
      let period = self.period(from: waiver.from, until: waiver.until)
      block.add(first.place, either(period, word(.period) + " " + period))
    }
    if let because = waiver.because { block.add(because.place, either("because ", "理由 ") + text(because)) }
    return block
  }

  // MARK: Examples

  private func block(_ example: ExampleSyntax, _ start: Int32) -> FormattedBlock {
    var block = FormattedBlock(start, clause(.example, text(example.title)))
    for given in example.given { block.add(given.place, clause(.given, self.given(given))) }
    for expected in example.expected { block.add(expected.place, clause(.expect, expectation(expected))) }
    return block
  }

  private func given(_ given: GivenSyntax) -> String {
    let value: String
    switch given.value {
    case .figure(let figure): value = expression(figure)
    case .text(let syntax): value = text(syntax)
    case .notReported: value = verdictWord(.notReported)
    case .notApplicable: value = either("not applicable", "該当なし")
    }
    let indicator = name(given.indicator)
    if isEnglish {
      return (given.area.map { holder($0) + " " } ?? "") + (given.year.map { "in " + year($0.year) + " " } ?? "") + indicator
        + " = " + value
    }
    return (given.year.map { year($0.year) + "の" } ?? "") + (given.area.map { holder($0) + "の" } ?? "") + indicator + " = "
      + value
  }

  private func holder(_ holder: GivenSyntax.Holder) -> String {
    switch holder {
    case .named(let area): name(area)
    case .every(let level): either("every ", "すべての") + self.level(level)
    }
  }

  private func expectation(_ expected: ExpectationSyntax) -> String {
    let (target, verdict) = (name(expected.target), verdictWord(expected.outcome))
    if isEnglish {
      return target + " " + verdict + (expected.shortfall.map { " by " + literal($0) } ?? "")
        + (expected.grade.map { " graded " + name($0) } ?? "") + (expected.points.map { " scoring " + literal($0) } ?? "")
        + (expected.area.map { " for " + name($0) } ?? "") + (expected.year.map { " in " + year($0.year) } ?? "")
    }
    return (expected.year.map { year($0.year) + "の" } ?? "") + (expected.area.map { name($0) + "の" } ?? "") + target + "が"
      + verdict
      + (expected.shortfall.map { bracketed("あと" + literal($0)) } ?? "") + (expected.grade.map { "、評価" + name($0) } ?? "")
      + (expected.points.map { "、得点" + literal($0) + "点" } ?? "")
  }
}
