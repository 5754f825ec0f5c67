/// What `pdca explain CODE` prints: what a diagnostic means, with a wrong and a right example.
package struct CodePage: Sendable {
  package let title: Wording
  package let meaning: Wording
  package let wrong: String
  package let right: String

  package init(_ title: Wording, meaning: Wording, wrong: String, right: String) {
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }
}

extension DiagnosticCode {
  /// The page of every code. The switch is exhaustive: no code can be added without its page.
  package var page: CodePage {
    switch self {
    case .unknownWord:
      CodePage(
        Wording("a word is not part of the rule language", "ルールの言葉にない語があります"),
        meaning: Wording(
          "Outside 「…」 and [ … ] only words of the rule language may stand. Names of indicators, targets and areas are put in marks.",
          "「…」や［…］の外には、ルールの言葉しか書けません。指標・目標・区などの名前は「」で囲みます。"),
        wrong: "すべての区で協議回数が3回以上であること。",
        right: "すべての区で「協議回数」が3回以上であること。")
    case .programMissing: .programMissing
    case .programTwice: .programTwice
    case .levelsAssumed: .levelsAssumed
    case .unknownLevel: .unknownLevel
    case .duplicateName: .duplicateName
    case .duplicateCode: .duplicateCode
    case .unknownName: .unknownName
    case .ambiguousName: .ambiguousName
    case .unknownTarget: .unknownTarget
    case .unknownScale: .unknownScale
    case .unknownStep: .unknownStep
    case .unknownUnit: .unknownUnit
    case .unknownTable: .unknownTable
    case .tableIsNoFigure: .tableIsNoFigure
    case .answerMissing: .answerMissing
    case .answerUnit: .answerUnit
    case .tooFewSteps: .tooFewSteps
    case .rangeUnfit: .rangeUnfit
    case .tableWithoutRows: .tableWithoutRows
    case .notARow: .notARow
    case .notConstant: .notConstant
    case .implausibleYear: .implausibleYear
    case .yearsReversed: .yearsReversed
    case .noSuchDay: .noSuchDay
    case .differentUnits: .differentUnits
    case .bareShare: .bareShare
    case .shareOrPoints: .shareOrPoints
    case .besideLadder: .besideLadder
    case .noOrder: .noOrder
    case .textCompared: .textCompared
    case .noArithmetic: .noArithmetic
    case .divisionByZero: .divisionByZero
    case .nothingReported: .nothingReported
    case .tooDeep: .tooDeep
    case .outsideRange: .outsideRange
    case .alwaysMet: .alwaysMet
    case .undefinedAggregate: .undefinedAggregate
    case .aggregateOfWhat: .aggregateOfWhat
    case .multipleAnswersTotal: .multipleAnswersTotal
    case .nothingBelow: .nothingBelow
    case .areaBelow: .areaBelow
    case .comparedWithItself: .comparedWithItself
    case .reportsNoIndicator: .reportsNoIndicator
    case .countUnfit: .countUnfit
    case .nothingRequired: .nothingRequired
    case .stageMissing: .stageMissing
    case .beforeIntroduction: .beforeIntroduction
    case .countOfTopLevel: .countOfTopLevel
    case .amountUnfit: .amountUnfit
    case .outcomeBelow: .outcomeBelow
    case .outcomeCircle: .outcomeCircle
    case .outcomeOfLaterYear: .outcomeOfLaterYear
    case .verdictNeverGiven: .verdictNeverGiven
    case .measureCircle: .measureCircle
    case .waiverIncomplete: .waiverIncomplete
    case .exampleContext: .exampleContext
    case .exampleValue: .exampleValue
    case .exampleShortfall: .exampleShortfall
    case .givenTwice: .givenTwice
    case .nothingExpected: .nothingExpected
    case .exactStep: .exactStep
    case .unusedIndicator: .unusedIndicator
    case .unusedMeasure: .unusedMeasure
    case .unusedParameter: .unusedParameter
    case .unreadableFigure:
      CodePage(
        Wording("a cell does not hold a figure", "セルの内容を数値として読めません"),
        meaning: Wording(
          "The cell holds something other than a figure of the kind that the indicator asks for. It counts as not reported; everything else is read.",
          "指標の回答形式に合う値ではありません。その値は未報告として扱い、ほかの値は読み込みます。"),
        wrong: "北区,2023,協議回数,約30",
        right: "北区,2023,協議回数,30")
    }
  }
}
