import Diagnostics
import Quantities
import RuleLanguage

// The program, and the levels of its areas.

extension Program {
  /// The levels of a rulebook that declares none.
  static let assumedLevels = [Level(words: ["区", "ward", "wards"]), Level(words: ["市", "city", "cities"])]
}

extension Checker {
  func checkProgram() {
    guard let program = declared.programs.first else { return reportMissingProgram() }
    for another in declared.programs.dropFirst() {
      findings.error(
        .programTwice, at: another.place.span,
        Wording("the rulebook states its program twice", "事業が二度書かれています"),
        labels: [Label(.rule(program.place.span), Wording("first stated here", "最初はここです"))],
        mend: Wording("keep one of them", "どちらか一つにしてください"))
    }
    rulebook.program.title = program.title.text
    if let month = program.firstMonth, (1...12).contains(month) { rulebook.program.firstMonth = month }
    if let since = program.since, isPlausible(since) { rulebook.program.since = since.year }
    if let period = program.planPeriod, isPeriod(from: period.from, until: period.until) {
      rulebook.program.planPeriod = PlanPeriod(first: period.from.year, last: period.until.year)
    }
    rulebook.program.answersEveryGap = program.answersEveryGap
    if !program.levels.isEmpty {
      levelsAreDeclared = true
      rulebook.program.levels = levels(program.levels)
    }
  }

  private func levels(_ declarations: [LevelDeclaration]) -> [Level] {
    var used = UsedNames()
    for declaration in declarations {
      var own: Set<FoldedName> = []
      for word in declaration.words {
        let key = FoldedName(word.text)
        if !own.insert(key).inserted { continue }
        if let first = used.places[key] {
          reportDuplicateName(word, first: first)
        } else {
          used.places[key] = word.place.span
        }
      }
    }
    // Levels are called by their positions, so that none may be left out.
    return declarations.map { Level(words: $0.words.isEmpty ? ["?"] : $0.words.map { $0.text }) }
  }

  private func reportMissingProgram() {
    let location: Location
    if let start = declared.start {
      location = .rule(start.span)
    } else if let file = sources.files.first {
      location = .file(file.path)
    } else {
      return
    }
    findings.add(
      Diagnostic(
        .programMissing, .warning, at: location,
        Wording("the rulebook does not say which program it is for", "どの事業のルールかが書かれていません"),
        reason: Wording(
          "its fiscal year is taken to start in April, its levels to be 区（ward） below 市（city）",
          "年度は4月開始、階層は区（ward）、市（city）とみなします"),
        mend: Wording(
          "begin with: program \"…\" and levels 区 (ward, wards) < 市 (city, cities)",
          "初めに「事業 \"…\"」と「階層 区（ward, wards） < 市（city, cities）」を書いてください")))
  }

  /// Rules that speak of wards without having declared them rest on an assumption; it is said once.
  func checkLevelsAreDeclared() {
    guard levelsAreUsed, !levelsAreDeclared, let program = declared.programs.first else { return }
    findings.warning(
      .levelsAssumed, at: program.place.span,
      Wording("the program does not declare the levels of its areas", "事業に階層が書かれていません"),
      reason: Wording("they are taken to be 区（ward） below 市（city）", "区（ward）、市（city）の二階層とみなします"),
      mend: Wording(
        "add: levels 区 (ward, wards) < 市 (city, cities)", "「階層 区（ward, wards） < 市（city, cities）」を加えてください"))
  }

  /// The position of a level, where the program has it.
  func level(_ syntax: LevelSyntax) -> Int? {
    levelsAreUsed = true
    if rulebook.program.levels.indices.contains(syntax.index) { return syntax.index }
    findings.error(
      .unknownLevel, at: syntax.place.span,
      Wording("the program has no such level of areas", "事業にない階層です"),
      mend: Wording("add the level to the program's levels", "事業の階層に加えてください"))
    return nil
  }

  /// Such as 区（ward）, for messages.
  func wording(ofLevel level: Int, plural: Bool = false) -> Wording {
    guard rulebook.program.levels.indices.contains(level) else { return Wording("area", "地域") }
    let words = rulebook.program.levels[level]
    return Wording(words.word(in: .english, plural: plural), words.word(in: .japanese))
  }
}
