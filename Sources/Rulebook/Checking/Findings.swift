import Diagnostics

/// What checking has found so far. The same fault at the same place is kept once, so that a part may be looked at twice.
final class Findings {
  private struct Key: Hashable {
    let code: DiagnosticCode
    let location: Location
  }

  private var diagnostics: [Diagnostic] = []
  private var seen: Set<Key> = []

  func error(
    _ code: DiagnosticCode, at place: SourceSpan, _ message: Wording, labels: [Label] = [], reason: Wording? = nil,
    mend: Wording? = nil
  ) {
    add(Diagnostic(code, .error, at: .rule(place), message, labels: labels, reason: reason, mend: mend))
  }

  func warning(
    _ code: DiagnosticCode, at place: SourceSpan, _ message: Wording, labels: [Label] = [], reason: Wording? = nil,
    mend: Wording? = nil
  ) {
    add(Diagnostic(code, .warning, at: .rule(place), message, labels: labels, reason: reason, mend: mend))
  }

  func add(_ diagnostic: Diagnostic) {
    if seen.insert(Key(code: diagnostic.code, location: diagnostic.location)).inserted { diagnostics.append(diagnostic) }
  }

  func inOrderOfPlace() -> [Diagnostic] { diagnosticsInOrderOfPlace(diagnostics) }
}

/// What points at no place in a rule comes first; of two at one place, the one that was found first.
func diagnosticsInOrderOfPlace(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  let order = diagnostics.indices.sorted { first, second in
    let (a, b) = (sortKey(diagnostics[first]), sortKey(diagnostics[second]))
    return a == b ? first < second : a < b
  }
  return order.map { diagnostics[$0] }
}

private func sortKey(_ diagnostic: Diagnostic) -> (Int32, Int32) {
  guard case .rule(let span) = diagnostic.location else { return (-1, 0) }
  return (span.file, span.start)
}
