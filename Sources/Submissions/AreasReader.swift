import Diagnostics
import Facts
import Quantities
import Quantities
import Rulebook

/// Reads the file of areas: `code,name,kana,romaji,level,parent,from,until,successor`, in any encoding, columns in any order, the headings also in Japanese.
package struct AreasReader {
  private let levels: [Level]
  private let path: String
  private var entries: [Entry] = []
  private var diagnostics: [Diagnostic] = []

  private struct Entry {
    let area: Area
    let parent: String
    let parentPlace: CellPlace
    let from: FiscalYear?
    let until: FiscalYear?
    let successors: [String]
    let successorPlace: CellPlace
  }

  private struct Columns {
    let code: Int
    let name: Int
    let level: Int
    let kana: Int?
    let romaji: Int?
    let parent: Int?
    let from: Int?
    let until: Int?
    let successor: Int?
  }

  /// - Parameters:
  ///   - path: how diagnostics name the file.
  ///   - levels: the levels of the rulebook, by whose words areas name theirs.
  package static func read(path: String, bytes: [UInt8], levels: [Level]) -> (areas: AreaTable, diagnostics: [Diagnostic]) {
    var reader = AreasReader(levels: levels, path: path)
    let text = DecodedText(decoding: bytes)
    var rows = DelimitedRows(text, file: path)
    reader.readRows(&rows)
    var remarks = Remarks(path: path)
    let areas = reader.table()
    remarks.add(reader.diagnostics)
    while rows.advance() {}
    remarks.add(rows.damage, leftOut: text.faultCount - text.faults.count)
    remarks.add(rows.mishaps, leftOut: rows.mishapsLeftOut)
    return (areas, remarks.inOrder())
  }

  private init(levels: [Level], path: String) {
    self.levels = levels
    self.path = path
  }

  private mutating func readRows(_ rows: inout DelimitedRows) {
    guard let columns = findColumns(&rows) else {
      diagnostics.append(missingColumns(path: path))
      return
    }
    var levelNames = NameIndex()
    for (position, level) in levels.enumerated() {
      for word in level.words { levelNames.add(word, position) }
    }
    var codes: [String: CellPlace] = [:]
    while rows.advance() {
      if rows.isBlankRow { continue }
      let code = rows.text(columns.code)
      let name = rows.text(columns.name)
      if code.isEmpty || name.isEmpty {
        let column = code.isEmpty ? columns.code : columns.name
        let missing = code.isEmpty ? Wording("a code", "コード") : Wording("a name", "名称")
        diagnostics.append(incompleteRow(missing, at: place(rows, column)))
        continue
      }
      let level = rows.text(columns.level)
      guard let position = levelNames.positions(of: level).first else {
        diagnostics.append(unknownLevel(level, levels, at: place(rows, columns.level)))
        continue
      }
      let key = NameFolding.fold(code)
      if let first = codes[key] {
        diagnostics.append(repeatedCode(code, first: first, at: place(rows, columns.code)))
        continue
      }
      guard entries.count < AreasReader.mostAreas else {
        diagnostics.append(tooManyAreas(at: place(rows, columns.code)))
        return
      }
      codes[key] = place(rows, columns.code)
      let area = Area(
        code: code, name: name, kana: columns.kana.map { rows.text($0) } ?? "",
        romaji: columns.romaji.map { rows.text($0) } ?? "",
        level: position, parent: nil)
      let parent = columns.parent.map { rows.text($0) } ?? ""
      let period = period(rows, columns)
      let successors = columns.successor.map { rows.text($0) } ?? ""
      entries.append(
        Entry(
          area: area, parent: parent, parentPlace: place(rows, columns.parent ?? columns.code), from: period.from,
          until: period.until, successors: AreasReader.names(successors),
          successorPlace: place(rows, columns.successor ?? columns.code)))
    }
  }

  /// As many as the bounds of exact computation allow.
  static let mostAreas = 65_536

  private func findColumns(_ rows: inout DelimitedRows) -> Columns? {
    for _ in 0..<TableLayout.titleRows {
      guard rows.advance() else { return nil }
      func column(_ words: [String]) -> Int? {
        let folded = words.map { NameFolding.fold($0) }
        return (0..<rows.cellCount).first { folded.contains(NameFolding.fold(rows.text($0))) }
      }
      guard let code = column(["code", "コード", "団体コード"]), let name = column(["name", "名称", "名前"]),
        let level = column(["level", "階層", "区分"])
      else { continue }
      return Columns(
        code: code, name: name, level: level, kana: column(["kana", "かな", "よみ", "ふりがな"]),
        romaji: column(["romaji", "ローマ字"]), parent: column(["parent", "上位", "親"]),
        from: column(["from", "開始", "設置"]), until: column(["until", "終了", "廃止"]),
        successor: column(["successor", "承継", "後継"]))
    }
    return nil
  }

  /// The years in which an area exists. What is no year is said, and that side stays open.
  private mutating func period(_ rows: DelimitedRows, _ columns: Columns) -> (from: FiscalYear?, until: FiscalYear?) {
    let from = year(rows, columns.from)
    let until = year(rows, columns.until)
    if let from, let until, until < from {
      diagnostics.append(reversedBoundary(from, until, at: place(rows, columns.until ?? columns.code)))
      return (from, nil)
    }
    return (from, until)
  }

  private mutating func year(_ rows: DelimitedRows, _ column: Int?) -> FiscalYear? {
    guard let column else { return nil }
    let text = rows.text(column)
    if text.isEmpty { return nil }
    if let year = FiscalYear(spelled: text) { return year }
    diagnostics.append(unreadableBoundary(text, at: place(rows, column)))
    return nil
  }

  /// Several successors stand side by side: `A・B`, `A;B`, `A、B`, `"A,B"`.
  private static func names(_ text: String) -> [String] {
    var names: [String] = [""]
    for character in text {
      switch character {
      case "・", ";", "；", "、", "/", "／", ",", "，": names.append("")
      default: names[names.count - 1].append(character)
      }
    }
    return names.filter { !$0.isEmpty }
  }

  /// Areas of the same level that begin in the year after this one ends.
  private mutating func successors(of entry: Entry, _ names: NameIndex) -> [Int] {
    if entry.successors.isEmpty { return [] }
    guard let until = entry.until else {
      diagnostics.append(successorWithoutEnd(entry.area.name, at: entry.successorPlace))
      return []
    }
    var found: [Int] = []
    for name in entry.successors {
      let fitting = names.positions(of: name).filter { entries[$0].area.level == entry.area.level }
      if let next = fitting.first(where: { entries[$0].from == until.advanced(by: 1) }) {
        found.append(next)
      } else {
        diagnostics.append(unknownSuccessor(name, after: until, isKnown: !fitting.isEmpty, at: entry.successorPlace))
        return []
      }
    }
    return found
  }

  private func place(_ rows: DelimitedRows, _ column: Int) -> CellPlace {
    CellPlace(file: path, position: rows.position(column))
  }

  /// The areas with their parents, which are named by code or by a name that only one has, and are of a higher level.
  private mutating func table() -> AreaTable {
    var names = NameIndex()
    for (position, entry) in entries.enumerated() {
      names.add(entry.area.code, position)
      names.add(entry.area.name, position)
    }
    var areas: [Area] = []
    for entry in entries {
      let area = entry.area
      var parent: Int?
      if !entry.parent.isEmpty {
        parent = names.positions(of: entry.parent).filter { entries[$0].area.level > area.level }.first
        if parent == nil { diagnostics.append(unknownParent(entry.parent, of: area.name, at: entry.parentPlace)) }
      }
      areas.append(
        Area(
          code: area.code, name: area.name, kana: area.kana, romaji: area.romaji, level: area.level, parent: parent,
          from: entry.from, until: entry.until, successors: successors(of: entry, names)))
    }
    return AreaTable(areas)
  }
}

private func missingColumns(path: String) -> Diagnostic {
  Diagnostic(
    .missingHeadings, .error, at: .file(path),
    Wording("the areas file has no headings for code, name and level", "地域一覧にコード・名称・階層の見出しがありません"),
    mend: Wording("begin it with code,name,kana,romaji,level,parent", "先頭の行を「code,name,kana,romaji,level,parent」としてください。"))
}

private func unknownLevel(_ level: String, _ levels: [Level], at place: CellPlace) -> Diagnostic {
  let known = levels.flatMap { $0.words }.map { quoted($0) }
  return Diagnostic(
    .unknownAreaLevel, .error, at: .cell(place),
    Wording("\(quoted(level)) is not a level of the rulebook", "\(quoted(level))はルールの階層にありません"),
    reason: Wording("the area was left out", "この地域は読み込んでいません。"),
    mend: Wording("write one of " + known.joined(separator: ", "), known.joined(separator: "") + "のどれかを書いてください。"))
}

private func repeatedCode(_ code: String, first: CellPlace, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .repeatedArea, .error, at: .cell(place),
    Wording("another area has the code \(quoted(code))", "コード\(quoted(code))はほかの地域が使っています"),
    labels: [Label(.cell(first), Wording("the other area", "もう一つの地域"))],
    reason: Wording("a code belongs to one area; the second one was left out", "コードは地域ごとに異なります。後の地域は読み込んでいません。"),
    mend: Wording("correct the code, or leave out the row", "コードを直すか、行を消してください。"))
}

private func unknownParent(_ parent: String, of area: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .unknownParent, .error, at: .cell(place),
    Wording("\(quoted(parent)) is no area above \(quoted(area))", "\(quoted(parent))は\(quoted(area))の上位の地域ではありません"),
    reason: Wording("a parent is another area of the file, of a higher level", "上位の地域は、この一覧にあり、階層が上でなければなりません。"),
    mend: Wording("write the code of the area that holds this one", "この地域を含む地域のコードを書いてください。"))
}

private func unreadableBoundary(_ text: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .unreadableBoundary, .error, at: .cell(place),
    Wording("\(quoted(text)) is not a fiscal year", "\(quoted(text))は年度として読めません"),
    reason: Wording("the area is taken to exist on that side without an end", "その側には期限がないものとして読み込みました。"),
    mend: Wording("write a fiscal year such as 2024 or R6", "「2024」「R6」「令和6年度」のように書いてください。"))
}

private func reversedBoundary(_ from: FiscalYear, _ until: FiscalYear, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .boundaryReversed, .error, at: .cell(place),
    Wording(
      "the area would end in \(until.englishText), before it begins in \(from.englishText)",
      "\(until.japaneseText)の終わりが、\(from.japaneseText)の始まりより前です"),
    reason: Wording("its end was left out", "終わりの年度は読み込んでいません。"),
    mend: Wording("correct one of the years", "どちらかの年度を直してください。"))
}

private func successorWithoutEnd(_ area: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .successorUnfit, .error, at: .cell(place),
    Wording("\(quoted(area)) has a successor, but no end", "\(quoted(area))に承継先がありますが、終わりの年度がありません"),
    mend: Wording("write its last year under until", "「until」に最後の年度を書いてください。"))
}

private func unknownSuccessor(_ name: String, after year: FiscalYear, isKnown: Bool, at place: CellPlace) -> Diagnostic {
  let next = year.advanced(by: 1)
  return Diagnostic(
    .successorUnfit, .error, at: .cell(place),
    isKnown
      ? Wording(
        "\(quoted(name)) does not begin in \(next.englishText), when it takes over",
        "\(quoted(name))が、引き継ぐ\(next.japaneseText)に始まっていません")
      : Wording("\(quoted(name)) is no area of the same level", "\(quoted(name))は同じ階層の地域にありません"),
    reason: Wording(
      "an area that takes another in is another one from then on: its earlier figures are of the old boundary",
      "ほかの地域を受け入れた地域は、その年度から別の地域です。それまでの値は前の区域のものだからです。"),
    mend: Wording(
      "give the successor a row of its own, with its first year under from", "承継先に新しい行を設け、「from」に最初の年度を書いてください。"))
}

private func tooManyAreas(at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .tooManyAreas, .error, at: .cell(place),
    Wording("there are more than \(AreasReader.mostAreas) areas", "地域が\(AreasReader.mostAreas)を超えています"),
    reason: Wording("the areas from here on were left out", "ここから後の地域は読み込んでいません。"))
}
