import Diagnostics
import Quantities
import RuleLanguage

// `… for each 「性別」`: the condition holds for every part, each with its own figures; the lowest decides.

extension Checker {
  func forEach(
    _ name: NameSyntax, _ inner: ConditionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    let key = NameFolding.fold(name.text)
    let breakdown = declared.breakdowns.first { breakdown in
      [breakdown.name.name, breakdown.name.other].contains { $0.map { NameFolding.fold($0.text) } == key }
    }
    guard let breakdown else {
      findings.add(unknownBreakdown(name, declared.breakdowns.map { $0.name.name.text }))
      return nil
    }
    let usesBefore = brokenDownUses
    var inPart = scope
    let parts = breakdown.parts.indices.map { position -> CheckedCondition? in
      inPart.part = BreakdownPart(breakdown: breakdown.name.name, part: position)
      return condition(inner, inPart, depth: depth + 1)
    }
    let checked = all(parts)
    if checked != nil, brokenDownUses == usesBefore { return reportNothingBrokenDown(name) }
    return checked
  }

  /// The row that a broken-down indicator means for the part that is looked at.
  func row(named name: NameSyntax, _ scope: Scope) -> Int? {
    guard let part = scope.part,
      let table = names.things(named: name.text, kinds: [.table]).first.map({ $0.declaration }),
      let by = declared.tables[table].syntax.by, isSame(by, part.breakdown)
    else { return nil }
    brokenDownUses += 1
    let rows = declared.indicators.indices.filter { declared.indicators[$0].table == table }
    return rows.indices.contains(part.part) ? rows[part.part] : nil
  }

  func row(_ syntax: ExpressionSyntax, _ scope: Scope) -> Int? {
    if case .name(let name) = syntax.kind { return row(named: name, scope) }
    return nil
  }

  /// A breakdown may be called by either of its names.
  private func isSame(_ name: NameSyntax, _ other: NameSyntax) -> Bool {
    func position(_ name: NameSyntax) -> Int? {
      let key = NameFolding.fold(name.text)
      return declared.breakdowns.firstIndex { breakdown in
        [breakdown.name.name, breakdown.name.other].contains { $0.map { NameFolding.fold($0.text) } == key }
      }
    }
    return position(name) == position(other)
  }

  private func reportNothingBrokenDown(_ name: NameSyntax) -> CheckedCondition? {
    findings.error(
      .breakdownUnfit, at: name.place.span,
      Wording("no figure of this sentence is reported by 「\(name.text)」", "この文には、「\(name.text)」別に報告する指標がありません"),
      mend: Wording("add to the indicator: by 「\(name.text)」", "指標に「集計 「\(name.text)」別」と書いてください"))
    return nil
  }
}
