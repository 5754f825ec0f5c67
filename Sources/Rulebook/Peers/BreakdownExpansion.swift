import Diagnostics
import Quantities
import RuleLanguage

/// An indicator that is reported by the parts of a breakdown is a table with a row for each: 飲酒割合（男性）, 飲酒割合（女性）.
struct BreakdownExpansion {
  private(set) var declarations: [Declaration]
  private(set) var diagnostics: [Diagnostic] = []
  private var breakdowns: [String: BreakdownSyntax] = [:]

  init(_ written: [Declaration]) {
    // Declarations are large: the list is copied only where one of them becomes another.
    declarations = written
    for case .breakdown(let breakdown) in written { note(breakdown) }
    for (index, declaration) in written.enumerated() {
      switch declaration {
      case .indicator(let indicator):
        guard let name = indicator.by else { continue }
        declarations[index] = expanded(indicator, by: name)
      case .table(let table):
        for row in table.rows { if let name = row.by { reportRow(name) } }
      default: continue
      }
    }
  }

  private mutating func note(_ breakdown: BreakdownSyntax) {
    var seen: [String: SourceSpan] = [:]
    for part in breakdown.parts {
      let key = NameFolding.fold(part.name.text)
      if seen[key] != nil {
        report(.breakdownUnfit, part.name, "part 「\(part.name.text)」 is given twice", "「\(part.name.text)」が二度書かれています")
      }
      seen[key] = part.name.place.span
    }
    let name = breakdown.name.name
    if seen.count < 2 {
      report(
        .breakdownUnfit, name, "breakdown 「\(name.text)」 has fewer than two parts", "内訳「\(name.text)」の区分が二つ未満です")
    }
    for spelling in [breakdown.name.name, breakdown.name.other] {
      guard let spelling else { continue }
      let key = NameFolding.fold(spelling.text)
      if breakdowns[key] != nil {
        report(.breakdownUnfit, spelling, "breakdown 「\(spelling.text)」 is declared twice", "内訳「\(spelling.text)」が二度宣言されています")
      } else {
        breakdowns[key] = breakdown
      }
    }
  }

  private mutating func expanded(_ indicator: IndicatorSyntax, by name: NameSyntax) -> Declaration {
    guard let breakdown = breakdowns[NameFolding.fold(name.text)] else {
      diagnostics.append(unknownBreakdown(name, breakdowns.values.map { $0.name.name.text }.sorted()))
      return .indicator(indicator)
    }
    var table = TableSyntax(code: indicator.code, label: indicator.label, place: indicator.place)
    table.by = name
    table.rows = breakdown.parts.map { row(indicator, $0) }
    return .table(table)
  }

  private func row(_ indicator: IndicatorSyntax, _ part: DeclaredName) -> IndicatorSyntax {
    let code = NameSyntax(indicator.code.text + "（" + part.name.text + "）", indicator.code.place)
    let label = indicator.label.map { label in
      let name = NameSyntax(label.name.text + "（" + part.name.text + "）", label.name.place)
      let other = label.other.map { NameSyntax($0.text + " (" + (part.other ?? part.name).text + ")", $0.place) }
      return DeclaredName(name, other: other)
    }
    var row = IndicatorSyntax(code: code, label: label, place: indicator.place)
    for name in [indicator.code, indicator.label?.name, indicator.label?.other] {
      guard let name else { continue }
      for part in [part.name, part.other] {
        guard let part else { continue }
        let spelling = NameSyntax(name.text + "（" + part.text + "）", name.place)
        let isKnown = [code, label?.name, label?.other].contains { $0.map { alike($0, spelling) } ?? false }
        if !isKnown { row.alsoCalled.append(spelling) }
      }
    }
    (row.question, row.answer, row.stage, row.reportedBy) =
      (indicator.question, indicator.answer, indicator.stage, indicator.reportedBy)
    (row.givenByBureau, row.range, row.introduced, row.recordOnly) =
      (indicator.givenByBureau, indicator.range, indicator.introduced, indicator.recordOnly)
    return row
  }

  private func alike(_ one: NameSyntax, _ other: NameSyntax) -> Bool {
    FoldedName(one.text) == FoldedName(other.text)
  }

  private mutating func reportRow(_ name: NameSyntax) {
    report(
      .breakdownUnfit, name, "a row of a table cannot be broken down once more", "内訳表の行を、さらに内訳に分けることはできません",
      mend: Wording("declare it outside the table, or as a table of its own", "内訳表の外で宣言するか、別の内訳表にしてください"))
  }

  private mutating func report(
    _ code: DiagnosticCode, _ name: NameSyntax, _ english: String, _ japanese: String, mend: Wording? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, .error, at: .rule(name.place.span), Wording(english, japanese),
        mend: mend
          ?? Wording(
            "name each part once, two at least: breakdown 「性別」 「男性」, 「女性」", "「内訳「性別」 「男性」、「女性」」のように、区分を二つ以上、一度ずつ書いてください")))
  }
}

func unknownBreakdown(_ name: NameSyntax, _ known: [String]) -> Diagnostic {
  let names = known.map { "「\($0)」" }
  return Diagnostic(
    .unknownBreakdown, .error, at: .rule(name.place.span),
    Wording("no breakdown is called 「\(name.text)」", "内訳「\(name.text)」はありません"),
    mend: names.isEmpty
      ? Wording("declare it: breakdown 「\(name.text)」 「…」, 「…」", "「内訳「\(name.text)」 「…」、「…」」と宣言してください")
      : Wording("declared are \(names.joined(separator: ", "))", "宣言されているのは\(names.joined(separator: "、"))です"))
}
