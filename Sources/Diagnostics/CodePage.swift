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
    case .unknownWord: .unknownWord
    case .unclosedMark: .unclosedMark
    case .unreadableNumber: .unreadableNumber
    case .calendarYear: .calendarYear
    case .pastEra: .pastEra
    case .impossibleDate: .impossibleDate
    case .unexpectedWord: .unexpectedWord
    case .missingSubject: .missingSubject
    case .mixedJoints: .mixedJoints
    case .ambiguousList: .ambiguousList
    case .outsideDeclaration: .outsideDeclaration
    case .nestedTooDeeply: .nestedTooDeeply
    case .brokenText: .brokenText
    case .reservedWord: .reservedWord
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
    case .dayOutsideCalendar: .dayOutsideCalendar
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
    case .unknownAreaInRule: .unknownAreaInRule
    case .ambiguousAreaInRule: .ambiguousAreaInRule
    case .nestedTooDeep: .nestedTooDeep
    case .unreadableFigure: .unreadableFigure
    case .damagedText: .damagedText
    case .unclosedQuote: .unclosedQuote
    case .tooManyFields: .tooManyFields
    case .missingHeadings: .missingHeadings
    case .unknownArea: .unknownArea
    case .unknownItem: .unknownItem
    case .unreadableYear: .unreadableYear
    case .ambiguousInData: .ambiguousInData
    case .incompleteRow: .incompleteRow
    case .strayCell: .strayCell
    case .otherUnit: .otherUnit
    case .figureTooLong: .figureTooLong
    case .outOfRange: .outOfRange
    case .repeatedFigure: .repeatedFigure
    case .contradictingFigures: .contradictingFigures
    case .furtherRemarks: .furtherRemarks
    case .unknownAreaLevel: .unknownAreaLevel
    case .repeatedArea: .repeatedArea
    case .unknownParent: .unknownParent
    case .tooManyAreas: .tooManyAreas
    case .fileCutOff: .fileCutOff
    case .fileTooLarge: .fileTooLarge
    case .notAWorkbook: .notAWorkbook
    case .passwordProtected: .passwordProtected
    case .oldWorkbook: .oldWorkbook
    case .otherFormat: .otherFormat
    case .damagedArchive: .damagedArchive
    case .unsafeArchive: .unsafeArchive
    case .workbookTooLarge: .workbookTooLarge
    case .damagedPart: .damagedPart
    case .refusedMarkup: .refusedMarkup
    case .missingPart: .missingPart
    case .damagedSheet: .damagedSheet
    case .formulaWithoutValue: .formulaWithoutValue
    case .cellError: .cellError
    case .hiddenContent: .hiddenContent
    case .coveredByMerge: .coveredByMerge
    case .noSuchDay: .noSuchDay
    case .calculationPending: .calculationPending
    case .unwritableWorkbook: .unwritableWorkbook
    case .includeMissing: .includeMissing
    case .includeOutside: .includeOutside
    case .includeCircle: .includeCircle
    case .includeTwice: .includeTwice
    case .fileMissing: .fileMissing
    case .areasMissing: .areasMissing
    case .noData: .noData
    case .unknownChoice: .unknownChoice
    }
  }
}
