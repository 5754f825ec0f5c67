import RuleLanguage

// What looks at figures alone that are only recorded is only recorded itself.

extension Checker {
  func recordTargetsOfRecords() {
    let records = Set(rulebook.indicators.indices.filter { rulebook.indicators[$0].recordOnly })
    if records.isEmpty { return }
    let finder = UseFinder(rulebook)
    for position in rulebook.targets.indices {
      let demanded = finder.indicators(demandedBy: rulebook.targets[position])
      if !demanded.isEmpty, demanded.isSubset(of: records) { rulebook.targets[position].recordOnly = true }
    }
  }
}
