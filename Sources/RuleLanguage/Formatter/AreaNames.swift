import Diagnostics

// Where a rule file names areas: in English these stand with their names in Latin letters, as the list of areas has them.

extension RuleFile {
  /// Where the names of areas begin in the source.
  var areaNameStarts: Set<Int32> {
    var names: [NameSyntax] = []
    for declaration in declarations {
      switch declaration {
      case .target(let target): for requirement in target.requirements { names += requirement.areaNames }
      case .waiver(let waiver): names += waiver.areas
      case .example(let example):
        for given in example.given { if case .named(let name)? = given.area { names.append(name) } }
        names += example.expected.compactMap { $0.area }
      default: break
      }
    }
    return Set(names.map { $0.place.span.start })
  }
}

extension RequirementSyntax {
  fileprivate var areaNames: [NameSyntax] {
    let conditions =
      [demand] + [guarded].compactMap { $0 } + exceptions.flatMap { [$0.condition] + [$0.demand].compactMap { $0 } }
    return subject.areaNames + conditions.flatMap { $0.areaNames }
  }
}

extension SubjectSyntax {
  fileprivate var areaNames: [NameSyntax] { filter.except + filter.only + (filter.condition?.areaNames ?? []) }
}

extension ConditionSyntax {
  fileprivate var areaNames: [NameSyntax] {
    switch kind {
    case .areas(let subject, let inner): subject.areaNames + inner.areaNames
    case .and(let parts), .or(let parts): parts.flatMap { $0.areaNames }
    case .not(let inner), .forEach(_, let inner): inner.areaNames
    case .bounds, .each, .everyRow, .numberOf, .reports, .trend, .rank, .outcome: []
    }
  }
}
