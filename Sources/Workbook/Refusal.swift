import Diagnostics

/// Why a workbook, or a part of it, is not read any further.
package struct Refusal: Error, Sendable {
  package let diagnostic: Diagnostic

  package init(
    _ code: DiagnosticCode, at location: Location, _ message: Wording, reason: Wording? = nil, mend: Wording? = nil
  ) {
    diagnostic = Diagnostic(code, .error, at: location, message, reason: reason, mend: mend)
  }
}
