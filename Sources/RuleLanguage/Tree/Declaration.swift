import Quantities

/// One file of a rulebook: its declarations, in the order in which they are written.
package struct RuleFile: Sendable, Equatable {
  package var declarations: [Declaration] = []
}

package enum Declaration: Sendable, Equatable {
  case program(ProgramSyntax)
  case include(TextSyntax)
  case unit(UnitDeclaration)
  case scale(ScaleSyntax)
  case item(ItemSyntax)
  case indicator(IndicatorSyntax)
  case table(TableSyntax)
  case measure(MeasureSyntax)
  case parameter(ParameterSyntax)
  case group(GroupSyntax)
  case breakdown(BreakdownSyntax)
  case target(TargetSyntax)
  case waiver(WaiverSyntax)
  case overall(OverallSyntax)
  case example(ExampleSyntax)
}

package struct ProgramSyntax: Sendable, Equatable {
  package let title: TextSyntax
  /// The month, from 1, in which a fiscal year starts.
  package var firstMonth: Int32?
  /// The levels of areas, the lowest first.
  package var levels: [LevelDeclaration] = []
  /// The first year in which the program ran.
  package var since: YearSyntax?
  package var planPeriod: PlanPeriodSyntax?
  /// Whether each gap is to have a target that answers it.
  package var answersEveryGap = false
  package var place: Place
}

/// `plan period FY2024 to FY2026`, `計画期間 令和6年度から令和8年度まで`.
package struct PlanPeriodSyntax: Sendable, Equatable {
  package let from: YearSyntax
  package let until: YearSyntax
}

/// A level with all its words, such as 区, ward, wards.
package struct LevelDeclaration: Sendable, Equatable {
  package let words: [NameSyntax]
}

/// A unit with its further words: `unit 社（company, companies）`.
package struct UnitDeclaration: Sendable, Equatable {
  package let name: NameSyntax
  package let others: [NameSyntax]

  package init(name: NameSyntax, others: [NameSyntax] = []) {
    self.name = name
    self.others = others
  }
}

package struct ScaleSyntax: Sendable, Equatable {
  package let name: DeclaredName
  /// The steps, in the order in which they are written.
  package var steps: [StepSyntax] = []
  package var lowestFirst: Bool = true
  package var place: Place
}

/// A step of a ladder, with the other spellings that forms use.
package struct StepSyntax: Sendable, Equatable {
  package let name: DeclaredName
  package var spellings: [TextSyntax] = []

  package init(name: DeclaredName, spellings: [TextSyntax] = []) {
    self.name = name
    self.spellings = spellings
  }
}

package struct ItemSyntax: Sendable, Equatable {
  package let code: NameSyntax
  package let title: TextSyntax?
  package let place: Place
}

package struct IndicatorSyntax: Sendable, Equatable {
  package let code: NameSyntax
  package let label: DeclaredName?
  package var question: TextSyntax?
  package var answer: AnswerSyntax?
  package var stage: StageSyntax?
  package var reportedBy: TextSyntax?
  /// `given by the bureau`, 市が把握: a figure that the area itself cannot change.
  package var givenByBureau = false
  package var range: RangeSyntax?
  package var introduced: YearSyntax?
  /// `surveyed in FY2016, FY2019`, 調査年度: the only years that have a figure.
  package var surveyed: [YearSyntax] = []
  /// `by calendar year`, 集計 暦年: 平成27年 means that year.
  package var byCalendarYear = false
  package var recordOnly = false
  /// The breakdown by whose parts it is reported.
  package var by: NameSyntax?
  /// What a part of a breakdown is called besides, as both it and the indicator may have two names: M-1（男性） is M-1（men） too.
  package var alsoCalled: [NameSyntax] = []
  package var place: Place

  package init(code: NameSyntax, label: DeclaredName?, place: Place) {
    self.code = code
    self.label = label
    self.place = place
  }
}

/// How an indicator is answered.
package struct AnswerSyntax: Sendable, Equatable {
  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, _ place: Place) {
    self.kind = kind
    self.place = place
  }

  package enum Kind: Sendable, Equatable {
    /// A whole number, zero or more: `count in 回`, `回数（回）`.
    case count(UnitSyntax)
    /// An amount of money or the like, whole, zero or more: `amount in 円`, `金額（円）`.
    case amount(UnitSyntax)
    /// Any decimal: `number in %, 1 decimal`, `割合（%、小数第1位）`.
    case number(UnitSyntax?, decimals: Int?)
    case status(NameSyntax)
    case yesOrNo
    case date
    case text
    case choice([TextSyntax])
  }
}

package struct RangeSyntax: Sendable, Equatable {
  package let lowest: ExpressionSyntax
  package let highest: ExpressionSyntax
}

/// A table; the indicators declared after it, up to the next declaration of another kind, are its rows.
package struct TableSyntax: Sendable, Equatable {
  package let code: NameSyntax
  package let label: DeclaredName?
  package var total: NameSyntax?
  /// Rows that are shown once more (再掲) and belong to no sum.
  package var ofWhich: [NameSyntax] = []
  package var multipleAnswers = false
  /// The breakdown whose parts the rows are, where an indicator is reported by them.
  package var by: NameSyntax?
  package var rows: [IndicatorSyntax] = []
  package var place: Place

  package init(code: NameSyntax, label: DeclaredName?, place: Place) {
    self.code = code
    self.label = label
    self.place = place
  }
}

package struct MeasureSyntax: Sendable, Equatable {
  package let name: DeclaredName
  package let value: ExpressionSyntax
  package let place: Place
}

/// A number that targets use by name, with other values from later years on.
package struct ParameterSyntax: Sendable, Equatable {
  package let name: DeclaredName
  package let value: ExpressionSyntax
  package var changes: [Change] = []
  package var place: Place

  package struct Change: Sendable, Equatable {
    package let from: YearSyntax
    package let value: ExpressionSyntax
  }
}

package struct WaiverSyntax: Sendable, Equatable {
  package let target: NameSyntax
  package var areas: [NameSyntax] = []
  package var from: YearSyntax?
  package var until: YearSyntax?
  package var because: TextSyntax?
  package var place: Place
}

/// A test of the rulebook, written in it.
package struct ExampleSyntax: Sendable, Equatable {
  package let title: TextSyntax
  package var given: [GivenSyntax] = []
  package var expected: [ExpectationSyntax] = []
  package var place: Place
}

/// `given 「北区」 in FY2023 「協議回数」 = 0回`. Without an area, the area of the figure before it, or any; likewise the year.
package struct GivenSyntax: Sendable, Equatable {
  /// Whose figure it is.
  package enum Holder: Sendable, Equatable {
    case named(NameSyntax)
    /// `every ward`, すべての区: each area of the level for which nothing is given by name.
    case every(LevelSyntax)
  }

  package let area: Holder?
  package let year: YearSyntax?
  package let indicator: NameSyntax
  package let value: Value
  package let place: Place

  package enum Value: Sendable, Equatable {
    case figure(ExpressionSyntax)
    case text(TextSyntax)
    case notReported
    case notApplicable
  }
}

/// `expect 「推進会議の開催」 missed by 1回`.
package struct ExpectationSyntax: Sendable, Equatable {
  package let target: NameSyntax
  package let area: NameSyntax?
  package let year: YearSyntax?
  package let outcome: Verdict
  package let shortfall: LiteralSyntax?
  package let grade: NameSyntax?
  package let points: LiteralSyntax?
  package let place: Place

  package init(
    target: NameSyntax, area: NameSyntax?, year: YearSyntax?, outcome: Verdict, shortfall: LiteralSyntax?,
    grade: NameSyntax? = nil, points: LiteralSyntax? = nil, place: Place
  ) {
    self.target = target
    self.area = area
    self.year = year
    self.outcome = outcome
    self.shortfall = shortfall
    self.grade = grade
    self.points = points
    self.place = place
  }
}
