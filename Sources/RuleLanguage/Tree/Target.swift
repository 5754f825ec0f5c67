import Quantities

package struct TargetSyntax: Sendable, Equatable {
  package let name: DeclaredName
  package var stage: StageSyntax?
  package var requirements: [RequirementSyntax] = []
  package var inForceFrom: YearSyntax?
  package var inForceUntil: YearSyntax?
  /// The year for which the demand is made; before it, only the progress is told.
  package var due: YearSyntax?
  package var recordOnly = false
  package var severity: TargetSeverity?
  package var score: ScoreSyntax?
  package var grade: GradeSyntax?
  package var showsAchievement = false
  /// `outcome per prefecture`: one verdict for each, met when all areas below meet it.
  package var outcomePer: LevelSyntax?
  package var because: [TextSyntax] = []
  package var advice: [TextSyntax] = []
  package var owner: TextSyntax?
  package var place: Place
}

/// One demand: who, under which condition, what.
package struct RequirementSyntax: Sendable, Equatable {
  /// The years of which a dated demand speaks.
  package let year: DemandYearSyntax?
  package let subject: SubjectSyntax
  package let guarded: ConditionSyntax?
  package let demand: ConditionSyntax
  /// The ただし sentences behind it.
  package var exceptions: [ExceptionSyntax]
  /// The sentence without those of its exceptions.
  package let place: Place

  package init(
    year: DemandYearSyntax? = nil, subject: SubjectSyntax, guarded: ConditionSyntax?, demand: ConditionSyntax,
    exceptions: [ExceptionSyntax] = [], place: Place
  ) {
    self.year = year
    self.subject = subject
    self.guarded = guarded
    self.demand = demand
    self.exceptions = exceptions
    self.place = place
  }
}

/// `in FY2027, …`, `from FY2029 on, …`, `計画2年目は、…`.
package struct DemandYearSyntax: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case fiscal(FiscalYear)
    /// Several years, or all from one on: `in FY2024 to FY2026`, 令和11年度以降は.
    case span(FiscalYear, FiscalYear?)
    /// Of the program's plan period, from 1.
    case ofPlan(Int32)
  }

  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, _ place: Place) {
    self.kind = kind
    self.place = place
  }
}

/// `except when …: …`, `ただし、…のときは、…であること。`: what is demanded instead, or that nothing is.
package struct ExceptionSyntax: Sendable, Equatable {
  package let condition: ConditionSyntax
  /// Nothing where the demand does not apply: この限りでない。
  package let demand: ConditionSyntax?
  package let place: Place
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
  /// The only areas that are meant: `the ward [West]`; none where all of the level are.
  package let only: [NameSyntax]
  /// Whether it is said that these hold the areas that are meant: `every ward of [West City]`.
  package let isWithin: Bool
  package let condition: ConditionSyntax?

  package init(
    except: [NameSyntax] = [], only: [NameSyntax] = [], isWithin: Bool = false, condition: ConditionSyntax? = nil
  ) {
    self.except = except
    self.only = only
    self.isWithin = isWithin
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
