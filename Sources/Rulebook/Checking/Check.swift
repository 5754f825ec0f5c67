import Diagnostics
import Quantities
import RuleLanguage

/// What checking gives: the rulebook without its faulty parts, and everything that is wrong with it.
package struct CheckedRulebook: Sendable {
  /// Complete where no diagnostic is an error. Otherwise what has an error, or needs something that has, is left out.
  package let rulebook: Rulebook
  /// In the order in which their places stand in the files.
  package let diagnostics: [Diagnostic]

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Finds what every name stands for, what every figure measures, and everything that cannot be meant, before any data is read.
///
/// `declarations` are those of all files of the rulebook in their order; an `include` among them is passed over, as what it
/// includes has been put in its place. `remarks` are those of reading: what a declaration lacks because a part of it could not be
/// read is not reported once more.
package func check(_ declarations: [Declaration], sources: SourceSet, after remarks: [Diagnostic] = []) -> CheckedRulebook {
  let expansion = BreakdownExpansion(declarations)
  let collected = CollectedDeclarations(expansion.declarations)
  let checker = Checker(collected, sources: sources, misread: MisreadDeclarations(collected, remarks))
  for diagnostic in expansion.diagnostics { checker.findings.add(diagnostic) }
  checker.checkProgram()
  checker.checkUnits()
  checker.checkScales()
  checker.checkItems()
  checker.checkNames()
  checker.checkParameters()
  checker.checkIndicators()
  checker.checkTables()
  checker.checkMeasuresAndTargets()
  checker.recordTargetsOfRecords()
  checker.checkSizes()
  checker.checkWaivers()
  checker.checkOveralls()
  checker.checkExamples()
  checker.checkLevelsAreDeclared()
  return CheckedRulebook(rulebook: checker.rulebook, diagnostics: checker.findings.inOrderOfPlace())
}
