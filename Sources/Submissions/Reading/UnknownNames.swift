import Diagnostics
import Quantities

/// What a column's names should be names of.
enum NameKind: Hashable {
  case area, year, item
}

/// Names of a file that mean nothing, or several things: one remark each, at the first row that has it, with the number of rows.
struct UnknownNames {
  private struct Entry {
    let kind: NameKind
    let text: String
    let finding: Finding
    let position: CellPosition
    var rows: Int
  }

  private struct Key: Hashable {
    let kind: NameKind
    let number: Int
  }

  private var entries: [Entry] = []
  private var places: [Key: Int] = [:]

  /// - Parameter number: the spelling's number in its `NameFinder`.
  mutating func note(
    _ kind: NameKind, number: Int, text: @autoclosure () -> String, _ finding: Finding, at position: CellPosition
  ) {
    let key = Key(kind: kind, number: number)
    if let place = places[key] {
      entries[place].rows += 1
    } else {
      places[key] = entries.count
      entries.append(Entry(kind: kind, text: text(), finding: finding, position: position, rows: 1))
    }
  }

  /// - Parameters:
  ///   - describe: a thing of that kind, as one tells it from others.
  ///   - suggest: names of that kind that are like the text.
  func diagnostics(
    path: String, describe: (NameKind, Int) -> String, suggest: (NameKind, String) -> [String]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      let place = CellPlace(file: path, position: entry.position)
      if case .several(let positions) = entry.finding {
        diagnostics.append(
          ambiguous(entry.kind, entry.text, positions.prefix(8).map { describe(entry.kind, $0) }, entry.rows, at: place))
      } else {
        diagnostics.append(unknown(entry.kind, entry.text, entry.rows, suggest(entry.kind, entry.text), at: place))
      }
    }
    return diagnostics
  }
}

private func notRead(_ rows: Int) -> Wording {
  rows == 1
    ? Wording("nothing in its place is guessed; what belongs to it was not read", "代わりのものを推測することはしません。これに当たる値は読み込んでいません。")
    : Wording("the \(rows) rows that have it were not read", "これを含む\(rows)行は読み込んでいません。")
}

private func unknown(_ kind: NameKind, _ text: String, _ rows: Int, _ near: [String], at place: CellPlace) -> Diagnostic {
  let name = quoted(text)
  let shown = near.map { quoted($0) }
  let suggestion =
    shown.isEmpty
    ? nil : Wording("did you mean \(shown.joined(separator: " or "))?", "\(shown.joined(separator: "、"))ではありませんか。")
  switch kind {
  case .area:
    return Diagnostic(
      .unknownArea, .error, at: .cell(place), Wording("no area is called \(name)", "\(name)という地域はありません"), reason: notRead(rows),
      mend: suggestion ?? Wording("write the code or the name of an area of the areas file", "地域一覧にあるコードか名称を書いてください。"))
  case .item:
    return Diagnostic(
      .unknownItem, .error, at: .cell(place), Wording("no indicator is called \(name)", "\(name)という指標はありません"),
      reason: notRead(rows),
      mend: suggestion ?? Wording("write the code or the name of an indicator of the rulebook", "ルールにある指標の記号か名称を書いてください。"))
  case .year:
    return Diagnostic(
      .unreadableYear, .error, at: .cell(place), Wording("\(name) is not a fiscal year", "\(name)は年度ではありません"),
      reason: notRead(rows),
      mend: Wording("write 2023, R5 or 令和5年度", "2023、R5、令和5年度 のように書いてください。"))
  }
}

private func ambiguous(_ kind: NameKind, _ text: String, _ meant: [String], _ rows: Int, at place: CellPlace) -> Diagnostic {
  let name = quoted(text)
  let english = meant.joined(separator: " and ")
  let japanese = meant.joined(separator: "と")
  return Diagnostic(
    .ambiguousInData, .error, at: .cell(place),
    Wording("\(name) may mean \(english)", "\(name)は\(japanese)のどれとも読めます"), reason: notRead(rows),
    mend: Wording("write the code instead of the name", "名称でなく記号・コードで書いてください。"))
}
