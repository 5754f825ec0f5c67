package enum Severity: Sendable, Hashable {
  case error, warning
}

/// A second place that a diagnostic speaks of, with what is to be seen there.
package struct Label: Sendable, Hashable {
  package let location: Location
  package let wording: Wording

  package init(_ location: Location, _ wording: Wording) {
    self.location = location
    self.wording = wording
  }
}

/// One remark about a rulebook or about data: what is wrong, where, why, and what to write instead.
package struct Diagnostic: Sendable, Hashable {
  package let code: DiagnosticCode
  package let severity: Severity
  package let message: Wording
  package let location: Location
  package let labels: [Label]
  package let reason: Wording?
  package let mend: Wording?

  package init(
    _ code: DiagnosticCode, _ severity: Severity, at location: Location, _ message: Wording, labels: [Label] = [],
    reason: Wording? = nil, mend: Wording? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.labels = labels
    self.reason = reason
    self.mend = mend
  }
}
