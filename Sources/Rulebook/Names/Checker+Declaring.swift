import Diagnostics
import Quantities
import RuleLanguage

// Enters all names into the tables, and reports codes and names that stand for two things of one kind.

extension Checker {
  func checkNames() {
    indicatorPositions = declared.indicators.map { _ in nil }
    tablePositions = declared.tables.map { _ in nil }
    parameterPositions = declared.parameters.map { _ in nil }
    targetPositions = declared.targets.map { _ in nil }
    names.reserveCapacity(
      2 * (declared.indicators.count + declared.tables.count + declared.measures.count + declared.parameters.count))
    targetNames.reserveCapacity(declared.targets.count)
    var codes = UsedNames(minimumCapacity: declared.indicators.count)
    for (position, entry) in declared.indicators.enumerated() {
      declare(.indicator, position, entry.syntax.code, entry.syntax.label, alsoCalled: entry.syntax.alsoCalled, &codes)
    }
    codes = UsedNames()
    for (position, entry) in declared.tables.enumerated() {
      declare(.table, position, entry.syntax.code, entry.syntax.label, &codes)
    }
    var used = UsedNames()
    for (position, measure) in declared.measures.enumerated() {
      let free = unused(measure.name, &used)
      names.add(thing(.measure, position, measure.name), names: free)
    }
    used = UsedNames()
    for (position, parameter) in declared.parameters.enumerated() {
      let free = unused(parameter.name, &used)
      names.add(thing(.parameter, position, parameter.name), names: free)
    }
    used = UsedNames()
    for (position, group) in declared.groups.enumerated() {
      let free = unused(group.name, &used)
      names.add(thing(.group, position, group.name), names: free)
    }
    used = UsedNames(minimumCapacity: declared.targets.count)
    for (position, target) in declared.targets.enumerated() {
      let free = unused(target.syntax.name, &used)
      targetNames.add(thing(.target, position, target.syntax.name), names: free)
    }
  }

  private func thing(_ kind: NamedThing.Kind, _ position: Int, _ name: DeclaredName) -> NamedThing {
    NamedThing(kind: kind, declaration: position, code: nil, label: name.name.text, place: name.name.place.span)
  }

  private func declare(
    _ kind: NamedThing.Kind, _ position: Int, _ code: NameSyntax, _ label: DeclaredName?, alsoCalled: [NameSyntax] = [],
    _ codes: inout UsedNames
  ) {
    guard isUnused(code: code, &codes) else { return }
    let thing = NamedThing(
      kind: kind, declaration: position, code: code.text, label: label?.name.text, place: code.place.span)
    var spellings = [code.text]
    if let label { spellings.append(label.name.text) }
    if let other = label?.other { spellings.append(other.text) }
    names.add(thing, names: spellings + alsoCalled.map { $0.text })
    // A place in the rulebook is given later, when the declaration turns out to be sound.
    if kind == .indicator { soundCodes.indicators.insert(position) } else { soundCodes.tables.insert(position) }
  }

  /// Both spellings of a name, less those that another declaration of the kind already has.
  func unused(_ name: DeclaredName, _ used: inout UsedNames) -> [String] {
    var free: [String] = []
    for spelling in [name.name, name.other] {
      guard let spelling else { continue }
      let key = FoldedName(spelling.text)
      if free.contains(where: { FoldedName($0) == key }) { continue }
      if let first = used.places[key] {
        reportDuplicateName(spelling, first: first)
      } else {
        used.places[key] = spelling.place.span
        free.append(spelling.text)
      }
    }
    return free
  }

  func isUnused(code: NameSyntax, _ used: inout UsedNames) -> Bool {
    let key = FoldedName(code.text)
    guard let first = used.places[key] else {
      used.places[key] = code.place.span
      return true
    }
    findings.error(
      .duplicateCode, at: code.place.span,
      Wording("code 「\(code.text)」 is given twice", "記号「\(code.text)」が二度使われています"),
      labels: [Label(.rule(first), Wording("first given here", "最初はここです"))],
      reason: Wording("a code names one thing: data files are read by it", "記号は一つのものだけを指します。データはこの記号で読み込みます"),
      mend: Wording("give this one another code", "別の記号にしてください"))
    return false
  }

  func reportDuplicateName(_ name: NameSyntax, first: SourceSpan) {
    findings.error(
      .duplicateName, at: name.place.span,
      Wording("name 「\(name.text)」 is given twice", "名前「\(name.text)」が二度使われています"),
      labels: [Label(.rule(first), Wording("first given here", "最初はここです"))],
      reason: Wording("a name must say which one is meant", "名前から一つに決まらなければなりません"),
      mend: Wording("give this one another name", "別の名前にしてください"))
  }
}

/// Names that are taken, with the place where each was first given.
struct UsedNames {
  var places: [FoldedName: SourceSpan] = [:]

  init(minimumCapacity: Int = 0) { places.reserveCapacity(minimumCapacity) }
}
