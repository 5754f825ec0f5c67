/// The codes of all diagnostics. A number is never reused for another meaning.
///
/// 01xx: how a rule is written · 02xx: what a rule means · 03xx: figures in data files · 04xx: workbooks ·
/// 05xx: files, commands and the rulebook as a whole.
package enum DiagnosticCode: UInt16, Sendable, Hashable, CaseIterable {
  // 01xx: how a rule is written
  case unknownWord = 101
  case unclosedMark = 102
  case unreadableNumber = 103
  case calendarYear = 104
  case pastEra = 105
  case impossibleDate = 106
  case unexpectedWord = 107
  case missingSubject = 108
  case mixedJoints = 109
  case ambiguousList = 110
  case outsideDeclaration = 111
  case nestedTooDeeply = 112
  case brokenText = 113
  case reservedWord = 114
  case multipleOfWhat = 115
  case dueTwice = 116
  case exceptionAlone = 180
  case unclearExtent = 170
  case vagueAmount = 160

  // 02xx: what a rule means
  case figureTooLarge = 200
  case programMissing = 201
  case programTwice = 202
  case levelsAssumed = 203
  case unknownLevel = 204
  case duplicateName = 205
  case duplicateCode = 206
  case unknownName = 207
  case ambiguousName = 208
  case unknownTarget = 209
  case unknownScale = 210
  case unknownStep = 211
  case unknownUnit = 212
  case unknownTable = 213
  case tableIsNoFigure = 214
  case answerMissing = 215
  case answerUnit = 216
  case tooFewSteps = 217
  case rangeUnfit = 218
  case tableWithoutRows = 219
  case notARow = 220
  case notConstant = 221
  case implausibleYear = 222
  case yearsReversed = 223
  case dayOutsideCalendar = 224
  case differentUnits = 225
  case bareShare = 226
  case shareOrPoints = 227
  case besideLadder = 228
  case noOrder = 229
  case textCompared = 230
  case noArithmetic = 231
  case divisionByZero = 232
  case nothingReported = 233
  case tooDeep = 234
  case outsideRange = 235
  case alwaysMet = 236
  case undefinedAggregate = 237
  case aggregateOfWhat = 238
  case multipleAnswersTotal = 239
  case nothingBelow = 240
  case areaBelow = 241
  case comparedWithItself = 242
  case reportsNoIndicator = 243
  case countUnfit = 244
  case nothingRequired = 245
  case stageMissing = 246
  case beforeIntroduction = 247
  case countOfTopLevel = 248
  case amountUnfit = 249
  case outcomeBelow = 250
  case outcomeCircle = 251
  case outcomeOfLaterYear = 252
  case verdictNeverGiven = 253
  case measureCircle = 254
  case waiverIncomplete = 255
  case exampleContext = 256
  case exampleValue = 257
  case exampleShortfall = 258
  case givenTwice = 259
  case nothingExpected = 260
  case planPeriodMissing = 261
  case surveysMissing = 262
  case changeOfShare = 263
  case spanUnfit = 264
  case carryOverMisplaced = 265
  case carryOverWithoutStart = 266
  case pathUnfit = 267
  case countryMissing = 268
  case averageOfCounts = 269
  case exactStep = 270
  case unusedIndicator = 271
  case unusedMeasure = 272
  case unusedParameter = 273
  case dueOutsideForce = 274
  case demandOutsideForce = 275
  case planYearOutside = 276
  case nothingToScore = 277
  case scoreValueUnfit = 278
  case unknownGrade = 279
  case unknownAreaInRule = 280
  case ambiguousAreaInRule = 281
  case nestedTooDeep = 282
  case onlyRecorded = 298
  case waiverOver = 299
  case unknownGroup = 283
  case groupUnfit = 284
  case groupHole = 285
  case groupOverlap = 286
  case peersOfWhat = 287
  case rankOfOtherLevel = 288
  case rankUnfit = 289
  case deviationUnfit = 290
  case levelNotAbove = 291
  case areasNotBelow = 292
  case exceptInside = 293
  case notOfAreaAbove = 294
  case outcomeLevelUnfit = 295
  case unknownBreakdown = 296
  case breakdownUnfit = 297

  // 03xx: figures in data files
  case unreadableFigure = 301
  case damagedText = 302
  case unclosedQuote = 303
  case tooManyFields = 304
  case missingHeadings = 305
  case unknownArea = 306
  case unknownItem = 307
  case unreadableYear = 308
  case ambiguousInData = 309
  case incompleteRow = 310
  case strayCell = 311
  case otherUnit = 312
  case figureTooLong = 313
  case outOfRange = 314
  case repeatedFigure = 315
  case contradictingFigures = 316
  case furtherRemarks = 317
  case unknownAreaLevel = 318
  case repeatedArea = 319
  case unknownParent = 320
  case tooManyAreas = 321
  case unreadableBoundary = 340
  case boundaryReversed = 341
  case successorUnfit = 342
  case fileCutOff = 330
  case fileTooLarge = 331

  // 04xx: workbooks
  case notAWorkbook = 401
  case passwordProtected = 402
  case oldWorkbook = 403
  case otherFormat = 404
  case damagedArchive = 405
  case unsafeArchive = 406
  case workbookTooLarge = 407
  case damagedPart = 408
  case refusedMarkup = 409
  case missingPart = 410
  case damagedSheet = 411
  case formulaWithoutValue = 412
  case cellError = 413
  case hiddenContent = 414
  case coveredByMerge = 415
  case noSuchDay = 416
  case calculationPending = 417
  case unwritableWorkbook = 418
  case tableContextMissing = 430
  case tableContextContradicted = 431
  case totalLeftOut = 432
  case columnLeftOut = 433
  case besideTable = 434
  case exampleSheet = 435

  // 05xx: files, commands and the rulebook as a whole
  case includeMissing = 501
  case includeOutside = 502
  case includeCircle = 503
  case includeTwice = 504
  case fileMissing = 505
  case areasMissing = 506
  case noData = 507
  case unknownChoice = 508
  case noPageEngine = 530
  case bandHole = 520
  case bandOverlap = 521
  case pointsUnreachable = 522
  case gapUnanswered = 523
  case gradeWithoutPoints = 524
  case waiverOutsideForce = 525
  case nothingGraded = 526
  case rankOfNobody = 527

  /// The code as users see it, such as `PDCA0101`.
  package var name: String {
    let digits = String(rawValue)
    return "PDCA" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
