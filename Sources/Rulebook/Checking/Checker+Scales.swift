import Diagnostics
import Quantities
import RuleLanguage

// Ladders: at least two steps, each spelling standing for one of them.

extension Checker {
  func checkScales() {
    var used = UsedNames()
    for scale in declared.scales {
      let free = unused(scale.name, &used)
      let steps = soundSteps(scale)
      for name in free {
        scalePositions[FoldedName(name)] = .some(steps == nil ? nil : rulebook.ladders.count)
      }
      if !free.isEmpty, let steps { rulebook.ladders.append(Ladder(name: scale.name.name.text, steps: steps)) }
    }
  }

  private func soundSteps(_ scale: ScaleSyntax) -> [Ladder.Step]? {
    if scale.steps.count < 2 {
      if misread.contains(scale.place) { return nil }
      findings.error(
        .tooFewSteps, at: scale.name.name.place.span,
        Wording("scale 「\(scale.name.name.text)」 has fewer than two steps", "回答区分「\(scale.name.name.text)」の区分が二つ未満です"),
        mend: Wording("list its steps below it, one a line", "区分を一行に一つずつ書いてください"))
      return nil
    }
    var used: [FoldedName: (step: Int, place: SourceSpan)] = [:]
    var isSound = true
    for (position, step) in scale.steps.enumerated() {
      var spellings = [step.name.name] + step.spellings.map { NameSyntax($0.text, $0.place) }
      if let other = step.name.other { spellings.append(other) }
      for spelling in spellings {
        let key = FoldedName(spelling.text)
        if let first = used[key] {
          if first.step == position { continue }
          reportDuplicateName(spelling, first: first.place)
          isSound = false
        } else {
          used[key] = (position, spelling.place.span)
        }
      }
    }
    guard isSound else { return nil }
    let steps = scale.steps.map { step in
      Ladder.Step(name: step.name.name.text, otherName: step.name.other?.text, spellings: step.spellings.map { $0.text })
    }
    return scale.lowestFirst ? steps : steps.reversed()
  }

  /// The ladder of that name. Nothing, and said, where there is none.
  func ladder(_ name: NameSyntax) -> Int? {
    if let position = scalePositions[FoldedName(name.text)] { return position }
    findings.error(
      .unknownScale, at: name.place.span,
      Wording("no scale is called 「\(name.text)」", "回答区分「\(name.text)」はありません"),
      mend: suggestion(for: name.text, among: declared.scales.map { $0.name.name.text })
        ?? Wording("declare it: scale 「\(name.text)」, lowest first", "「回答区分「\(name.text)」（低い順）」と宣言してください"))
    return nil
  }

  /// The steps of a ladder, for messages.
  func wording(ofStepsIn ladder: Int) -> Wording {
    let steps = rulebook.ladders[ladder].steps.map { "「\($0.name)」" }
    return Wording(steps.joined(separator: " < "), steps.joined(separator: "＜"))
  }
}
