import Quantities

package struct TargetSyntax: Sendable, Equatable {
  package let name: DeclaredName
  package var stage: StageSyntax?
  package var requirements: [RequirementSyntax] = []
  package var inForceFrom: YearSyntax?
  package var inForceUntil: YearSyntax?
  package var severity: TargetSeverity?
  /// `outcome per prefecture`: one verdict for each, met when all areas below meet it.
  package var outcomePer: LevelSyntax?
  package var because: [TextSyntax] = []
  package var advice: [TextSyntax] = []
  package var owner: TextSyntax?
  package var place: Place

  package init(name: DeclaredName, place: Place) {
    self.name = name
    self.place = place
  }
}

/// One demand: who, under which condition, what.
package struct RequirementSyntax: Sendable, Equatable {
  package let subject: SubjectSyntax
  package let guarded: ConditionSyntax?
  package let demand: ConditionSyntax
  package let place: Place

  package init(subject: SubjectSyntax, guarded: ConditionSyntax?, demand: ConditionSyntax, place: Place) {
    self.subject = subject
    self.guarded = guarded
    self.demand = demand
    self.place = place
  }
}

/// Whom a requirement speaks of.
package struct SubjectSyntax: Sendable, Equatable {
  package let kind: Kind
  package let filter: FilterSyntax
  package let place: Place

  package init(_ kind: Kind, filter: FilterSyntax, _ place: Place) {
    self.kind = kind
    self.filter = filter
    self.place = place
  }

  package enum Kind: Sendable, Equatable {
    /// `every ward`, `すべての区で`.
    case every(LevelSyntax)
    /// `every municipality or its district`, `すべての市町村又はその圏域で`.
    case everyOr(LevelSyntax, LevelSyntax)
    /// `at least 23 wards`, `70%以上の区で`: the literal is a count, a percentage or a fraction.
    case numberOf(LevelSyntax, Relation, LiteralSyntax)
    /// `the city`, `市で`.
    case the(LevelSyntax)
  }
}

/// Which areas a subject leaves in.
package struct FilterSyntax: Sendable, Equatable {
  package let except: [NameSyntax]
  package let condition: ConditionSyntax?

  package init(except: [NameSyntax] = [], condition: ConditionSyntax? = nil) {
    self.except = except
    self.condition = condition
  }
}

package enum Stage: Sendable, Hashable, CaseIterable {
  case plan, `do`, check, act

}

package struct StageSyntax: Sendable, Equatable {
  package let stage: Stage
  package let place: Place

  package init(_ stage: Stage, _ place: Place) {
    self.stage = stage
    self.place = place
  }
}

/// `must` and `should`: 必須 and 努力目標.
package enum TargetSeverity: Sendable, Hashable {
  case must, should
}

package struct YearSyntax: Sendable, Equatable {
  package let year: FiscalYear
  /// `CY2015`, 平成27年: a year of a figure by calendar year.
  package let isCalendar: Bool
  package let place: Place

  package init(_ year: FiscalYear, isCalendar: Bool = false, _ place: Place) {
    self.year = year
    self.isCalendar = isCalendar
    self.place = place
  }

  package var reference: YearReference { isCalendar ? .calendar(year) : .fixed(year) }
}
