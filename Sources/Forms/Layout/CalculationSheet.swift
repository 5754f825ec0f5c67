import Diagnostics
import Quantities
import RuleLanguage
import Rulebook
import Workbook

/// The hidden sheet on which the form computes: what each cell says, and what comes of every target, a step a row.
struct CalculationSheet {
  static let name = "_pdca"

  /// A step's row: in its columns D, E and F, whether it may be met, missed, not applicable.
  private struct Step {
    let row: Int

    var met: String { "D\(row)" }
    var missed: String { "E\(row)" }
    var out: String { "F\(row)" }
  }

  private(set) var sheet: SheetDraft
  private(set) var names: [WorkbookDraft.Name] = []
  private(set) var nextRow = 2
  private let rulebook: Rulebook
  private let words: FormWords
  /// By indicator: its row; for earlier years by variable.
  private var rows: [Variable: Int] = [:]
  private var spellings: [FigureKind: (words: String, codes: String)] = [:]
  private var lists: [FigureKind: String] = [:]
  private var nextList = 12

  static let unreadable = 3
  static let tooGreat = 4

  init(_ rulebook: Rulebook, _ words: FormWords) {
    self.rulebook = rulebook
    self.words = words
    sheet = SheetDraft(name: CalculationSheet.name)
    sheet.visibility = .hidden
    sheet.isProtected = true
    sheet.put(
      ["code", "name", "text", "state / met", "least / missed", "greatest / not applicable", "step", "verdict"].map { .text($0) },
      row: 1)
    for (offset, word) in FormWords.notApplicable.enumerated() { sheet.put(.text(word), row: 2 + offset, column: 10) }
  }

  private var notApplicableRange: String { "$J$2:$J$\(1 + FormWords.notApplicable.count)" }

  mutating func put(_ formula: String, _ row: Int, _ column: Int) {
    sheet.put(.formula(formula, .unknown), row: row, column: column)
  }

  // MARK: What cells say

  /// A row for a figure of the form: 0 blank or refused, 1 given, 2 not applicable, 3 not readable for a formula, 4 too great.
  mutating func addFigure(_ indicator: Int, code: String, cell: String) {
    let row = nextRow
    nextRow += 1
    rows[Variable(indicator: indicator, earlierYear: nil)] = row
    let declared = rulebook.indicators[indicator]
    sheet.put(.text(code), row: row, column: 1)
    sheet.put(.number(indicator + 1), row: row, column: 2)
    put("IF(ISERROR(\(cell)),\"\",TRIM(SUBSTITUTE(\(cell),\"　\",\" \")))", row, 3)
    let text = "$C$\(row)"
    let out = "SUMPRODUCT(EXACT(\(notApplicableRange),\(text))*1)>0"
    switch declared.kind {
    case .count, .amount, .number, .percent, .date:
      let number = CalculationSheet.number(declared, cell)
      let wanted = "IF(\(number.isValid),IF(ABS(\(number.stored))>\(WholeForm.figureLimit),4,1),0)"
      put(
        "IF(ISERROR(\(cell)),0,IF(ISLOGICAL(\(cell)),3,IF(ISNUMBER(\(cell)),\(wanted),IF(\(text)=\"\",0,IF(\(out),2,3)))))", row,
        4)
      bounds(declared, given: number.stored, row)
    case .ladder, .yesOrNo, .choice:
      let spelling = spellingRanges(declared.kind)
      put("SUMPRODUCT(EXACT(\(spelling.words),\(text))*\(spelling.codes))", row, 7)
      put("IF(ISERROR(\(cell)),0,IF(\(text)=\"\",0,IF(G\(row)>0,1,IF(\(out),2,3))))", row, 4)
      bounds(declared, given: "G\(row)-1", row)
    case .text:
      put("IF(ISERROR(\(cell)),0,IF(\(text)=\"\",0,IF(\(out),2,1)))", row, 4)
    }
  }

  /// A cell's number as it is kept, and whether it may be reported. A sum of decimals is rounded to those of the indicator, so
  /// that 0.1 + 0.2 is 0.3.
  private static func number(_ indicator: Indicator, _ cell: String) -> (stored: String, isValid: String) {
    if case .date = indicator.kind {
      let last = CalendarDate(year: 2200, month: 12, day: 31).map { Int($0.dayNumber) } ?? 0
      return ("\(cell)-25569", "AND(\(cell)=INT(\(cell)),\(cell)>60,\(cell)<=\(last + 25_569))")
    }
    let decimals = indicator.kind.decimals
    let rounded = "ROUND(\(cell),\(decimals))"
    var demands = ["ABS(\(cell)-\(rounded))<0.0000000001"]
    if let least = indicator.leastStored { demands.append("\(rounded)>=\(decimal(least, decimals))") }
    if let greatest = indicator.greatestStored(ladders: []) { demands.append("\(rounded)<=\(decimal(greatest, decimals))") }
    let stored = decimals == 0 ? rounded : "ROUND(\(cell)*\(Rational(ExactInteger.powerOfTen(decimals)).decimalText),0)"
    return (stored, "AND(" + demands.joined(separator: ",") + ")")
  }

  private static func decimal(_ stored: Int64, _ decimals: Int) -> String {
    Rational(mantissa: stored, scale: decimals).text(decimals: decimals)
  }

  private mutating func bounds(_ indicator: Indicator, given: String, _ row: Int) {
    let least = CalculationSheet.bound(indicator.leastStored, isLow: true)
    let greatest = CalculationSheet.bound(indicator.greatestStored(ladders: rulebook.ladders), isLow: false)
    put("IF(D\(row)=1,\(given),IF(D\(row)=0,\(least),0))", row, 5)
    put("IF(D\(row)=1,\(given),IF(D\(row)=0,\(greatest),0))", row, 6)
  }

  /// An open side lies farther away than any sum of figures.
  private static func bound(_ stored: Int64?, isLow: Bool) -> String {
    stored.map { String($0) } ?? (isLow ? "-1E+30" : "1E+30")
  }

  /// A row for a figure of an earlier year that nobody reported.
  private mutating func row(_ variable: Variable) -> Int {
    if let row = rows[variable] { return row }
    let row = nextRow
    nextRow += 1
    rows[variable] = row
    let declared = rulebook.indicators[variable.indicator]
    sheet.put(.number(0), row: row, column: 4)
    put(CalculationSheet.bound(declared.leastStored, isLow: true), row, 5)
    put(CalculationSheet.bound(declared.greatestStored(ladders: rulebook.ladders), isLow: false), row, 6)
    return row
  }

  // MARK: Lists

  /// The spellings of a ladder's steps or of choices with their positions from 1; those that two steps share are left out.
  private mutating func spellingRanges(_ kind: FigureKind) -> (words: String, codes: String) {
    if let known = spellings[kind] { return known }
    var owners: [String: Set<Int>] = [:]
    var entries: [(word: String, step: Int)] = []
    for (step, words) in FormWords.spellings(of: kind, ladders: rulebook.ladders).enumerated() {
      for word in words {
        owners[NameFolding.fold(word), default: []].insert(step)
        let isNew = !entries.contains { $0.word.utf8.elementsEqual(word.utf8) }
        if isNew, !word.isEmpty { entries.append((word, step)) }
      }
    }
    entries = entries.filter { owners[NameFolding.fold($0.word)]?.count == 1 }
    for (offset, entry) in entries.enumerated() {
      sheet.put(.text(entry.word), row: 2 + offset, column: nextList)
      sheet.put(.number(entry.step + 1), row: 2 + offset, column: nextList + 1)
    }
    let rows = 2...(1 + max(1, entries.count))
    let ranges = (fixed(nextList, rows), fixed(nextList + 1, rows))
    nextList += 2
    spellings[kind] = ranges
    return ranges
  }

  /// The words that a drop-down offers, as a range.
  mutating func list(_ kind: FigureKind) -> String {
    if let known = lists[kind] { return known }
    let offered = FormWords.offered(kind, ladders: rulebook.ladders) + [words.notApplicableEntry]
    for (offset, word) in offered.enumerated() { sheet.put(.text(word), row: 2 + offset, column: nextList) }
    let range = SheetName.quoted(CalculationSheet.name) + "!" + fixed(nextList, 2...(1 + offered.count))
    nextList += 1
    lists[kind] = range
    return range
  }

  private func fixed(_ column: Int, _ rows: ClosedRange<Int>) -> String {
    let letters = columnLetters(column)
    return "$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
  }

  // MARK: Targets

  /// The row whose column H holds the verdict in words; nothing where a formula would be too long.
  mutating func add(_ target: CompiledTarget) -> Int? {
    let before = (sheet, nextRow, rows)
    for variable in target.variables { _ = row(variable) }
    var steps: [Step] = []
    for choice in CalculationSheet.choices(target.cases) {
      var bounds: [Variable: Int] = [:]
      for (variable, piece) in choice { bounds[variable] = addPiece(variable, piece) }
      guard let step = add(target.node, bounds) else {
        (sheet, nextRow, rows) = before
        return nil
      }
      steps.append(step)
    }
    let row = nextRow
    nextRow += 1
    put(maximum(steps.map { $0.met }), row, 4)
    put(maximum(steps.map { $0.missed }), row, 5)
    put(maximum(steps.map { $0.out }), row, 6)
    put(verdict(target, row), row, 8)
    return row
  }

  private static func choices(
    _ cases: [(variable: Variable, pieces: [CompiledTarget.Piece])]
  ) -> [[(Variable, CompiledTarget.Piece)]] {
    var choices: [[(Variable, CompiledTarget.Piece)]] = [[]]
    for (variable, pieces) in cases {
      choices = choices.flatMap { choice in pieces.map { choice + [(variable, $0)] } }
    }
    return choices
  }

  private mutating func addPiece(_ variable: Variable, _ piece: CompiledTarget.Piece) -> Int {
    let figure = row(variable)
    let row = nextRow
    nextRow += 1
    put("D\(figure)", row, 4)
    put("IF(D\(figure)=0,\(CalculationSheet.bound(piece.low, isLow: true)),E\(figure))", row, 5)
    put("IF(D\(figure)=0,\(CalculationSheet.bound(piece.high, isLow: false)),F\(figure))", row, 6)
    return row
  }

  private mutating func add(_ node: FormulaNode, _ bounds: [Variable: Int]) -> Step? {
    switch node {
    case .settled(let possible):
      return add(possible.met ? "1" : "0", possible.missed ? "1" : "0", possible.notApplicable ? "1" : "0")
    case .comparison(let compared): return add(compared, bounds)
    case .reported(let variable):
      let state = "D\(row(variable))"
      // What a formula cannot read may be given or refused; the verdict says so.
      return add("IF(OR(\(state)=1,\(state)>2),1,0)", "IF(\(state)=0,1,0)", "IF(\(state)=2,1,0)")
    case .not(let inner):
      guard let step = add(inner, bounds) else { return nil }
      return add(step.missed, step.met, step.out)
    case .all(let parts):
      guard let steps = add(parts, bounds) else { return nil }
      return add(
        product(steps.map { "MAX(\($0.met),\($0.out))" } + [maximum(steps.map { $0.met })]),
        maximum(steps.map { $0.missed }), minimum(steps.map { $0.out }))
    case .any(let parts):
      guard let steps = add(parts, bounds) else { return nil }
      return add(
        maximum(steps.map { $0.met }),
        product(steps.map { "MAX(\($0.missed),\($0.out))" } + [maximum(steps.map { $0.missed })]),
        minimum(steps.map { $0.out }))
    case .numberMet(let relation, let number, let parts):
      guard let steps = add(parts, bounds) else { return nil }
      return add(relation, number, steps)
    case .gated(let gate, let demand):
      guard let first = add(gate, bounds), let second = add(demand, bounds) else { return nil }
      return add(
        "\(first.met)*\(second.met)", "\(first.met)*\(second.missed)",
        "IF(\(first.met)=0,1,MAX(\(first.missed),\(first.out),\(second.out)))")
    }
  }

  private mutating func add(_ parts: [FormulaNode], _ bounds: [Variable: Int]) -> [Step]? {
    var steps: [Step] = []
    for part in parts {
      guard let step = add(part, bounds) else { return nil }
      steps.append(step)
    }
    return steps.isEmpty || steps.count > 200 ? nil : steps
  }

  private mutating func add(_ met: String, _ missed: String, _ out: String) -> Step? {
    if max(met.utf16.count, missed.utf16.count, out.utf16.count) > 8_000 { return nil }
    put(met, nextRow, 4)
    put(missed, nextRow, 5)
    put(out, nextRow, 6)
    nextRow += 1
    return Step(row: nextRow - 1)
  }

  private func maximum(_ cells: [String]) -> String { "MAX(" + cells.joined(separator: ",") + ")" }
  private func minimum(_ cells: [String]) -> String { "MIN(" + cells.joined(separator: ",") + ")" }
  private func product(_ cells: [String]) -> String { "PRODUCT(" + cells.joined(separator: ",") + ")" }

  /// Columns B and C hold the least and the greatest number of parts that are met.
  private mutating func add(_ relation: Relation, _ number: Int, _ steps: [Step]) -> Step? {
    let certain = steps.map { "IF(AND(\($0.met)=1,\($0.missed)+\($0.out)=0),1,0)" }.joined(separator: "+")
    let possible = steps.map { $0.met }.joined(separator: "+")
    if certain.utf16.count > 8_000 { return nil }
    let row = nextRow
    put(certain, row, 2)
    put(possible, row, 3)
    let out = minimum(steps.map { $0.out })
    let (met, missed) = conditions(relation, low: "B\(row)-\(number)", high: "C\(row)-\(number)")
    return add("IF(F\(row)=1,0,IF(\(met),1,0))", "IF(F\(row)=1,0,IF(\(missed),1,0))", out)
  }

  /// Columns B and C hold the least and the greatest difference of both sides.
  private mutating func add(_ compared: ComparedForm, _ bounds: [Variable: Int]) -> Step? {
    let low = bound(compared.form, bounds, isLow: true)
    let high = bound(compared.form, bounds, isLow: false)
    var outs = out(compared.form)
    var mayBeOut = ""
    if let divisor = compared.divisor {
      outs += out(divisor)
      outs.append("\(bound(divisor, bounds, isLow: false))<=0")
      mayBeOut = "\(bound(divisor, bounds, isLow: true))<=0"
    }
    let row = nextRow
    let isOut = outs.isEmpty ? "0" : "IF(OR(" + outs.joined(separator: ",") + "),1,0)"
    if max(low.utf16.count, high.utf16.count, isOut.utf16.count) > 8_000 || outs.count > 250 { return nil }
    put(low, row, 2)
    put(high, row, 3)
    put(isOut, row, 7)
    let (met, missed) = conditions(compared.relation, low: "B\(row)", high: "C\(row)")
    return add(
      "IF(G\(row)=1,0,IF(\(met),1,0))", "IF(G\(row)=1,0,IF(\(missed),1,0))",
      mayBeOut.isEmpty ? "G\(row)" : "IF(OR(G\(row)=1,\(mayBeOut)),1,0)")
  }

  private func conditions(_ relation: Relation, low: String, high: String) -> (met: String, missed: String) {
    switch relation {
    case .atLeast: ("\(high)>=0", "\(low)<0")
    case .moreThan: ("\(high)>0", "\(low)<=0")
    case .atMost: ("\(low)<=0", "\(high)>0")
    case .lessThan: ("\(low)<0", "\(high)>=0")
    case .equal: ("AND(\(low)<=0,\(high)>=0)", "OR(\(low)<>0,\(high)<>0)")
    case .notEqual: ("OR(\(low)<>0,\(high)<>0)", "AND(\(low)<=0,\(high)>=0)")
    }
  }

  private func bound(_ form: WholeForm, _ bounds: [Variable: Int], isLow: Bool) -> String {
    var text = String(form.constant)
    for (variable, factor) in form.terms {
      let row = bounds[variable] ?? rows[variable] ?? 0
      let cell = ((factor > 0) == isLow ? "E" : "F") + String(row)
      text += (factor < 0 ? "-" : "+") + (abs(factor) == 1 ? "" : String(factor.magnitude) + "*") + cell
    }
    return text
  }

  /// What makes a form not applicable.
  private mutating func out(_ form: WholeForm) -> [String] {
    var conditions = form.demanded.map { "D\(row($0))=2" }
    for group in form.groups { conditions.append("AND(" + group.map { "D\(row($0))=2" }.joined(separator: ",") + ")") }
    return conditions
  }

  // MARK: Words

  private func verdict(_ target: CompiledTarget, _ row: Int) -> String {
    let states = target.variables.compactMap { $0.earlierYear == nil ? rows[$0] : nil }.map { "D\($0)" }
    let missed = target.isWaived ? quoted(words.waived) : missedWords(target.shortfall)
    let unknown = quoted(target.isWaived ? words.waived : words.notReported)
    var text =
      "IF(D\(row)+E\(row)+F\(row)<>1,\(unknown),IF(D\(row)=1,\(quoted(words.met)),IF(F\(row)=1,\(quoted(words.notApplicable)),\(missed))))"
    if !states.isEmpty {
      let great = "OR(" + states.map { "\($0)=4" }.joined(separator: ",") + ")"
      let unreadable = "OR(" + states.map { "\($0)=3" }.joined(separator: ",") + ")"
      text = "IF(\(unreadable),\(quoted(words.unreadable)),IF(\(great),\(quoted(words.afterReport)),\(text)))"
    }
    return text
  }

  private func quoted(_ text: String) -> String { FormulaText.quoted(text) }

  /// The word, with how much is missing where one comparison decides and every figure is known.
  private func missedWords(_ shortfall: ShortfallFormula?) -> String {
    let plain = quoted(words.missed)
    guard let shortfall else { return plain }
    let low = bound(shortfall.form, [:], isLow: true)
    let high = bound(shortfall.form, [:], isLow: false)
    let steps =
      switch shortfall.relation {
      case .atLeast: "-INT((\(low))/\(shortfall.factor))"
      case .moreThan: "INT(-(\(low))/\(shortfall.factor))+1"
      case .atMost: "-INT(-(\(low))/\(shortfall.factor))"
      default: "INT((\(low))/\(shortfall.factor))+1"
      }
    let indicator = rulebook.indicators[shortfall.variable.indicator]
    let decimals = indicator.kind.decimals
    let amount =
      decimals == 0 ? steps : "ROUND((\(steps))/\(Rational(ExactInteger.powerOfTen(decimals)).decimalText),\(decimals))"
    let (before, after) = words.shortfall(indicator.kind, shortfall.relation)
    return "IF(\(low)=\(high),\(quoted(before))&(\(amount))&\(quoted(after)),\(plain))"
  }
}
