/// A word of the rule language, whatever its spelling.
package enum Word: UInt8, Sendable, Hashable, CaseIterable {
  // Declarations; `beginsDeclaration` rests on their standing first
  case program, include, unit, scale, item, indicator, table, measure, parameter, target, waive, overall, example
  case group, breakdown
  // Clauses of the program
  case fiscalYearStarts, levels, since, planPeriod, answerEveryGap
  // Clauses of scales, indicators and tables
  case lowestFirst, highestFirst, also
  case question, measuredAs, reportedBy, givenByBureau, range, introduced, recordOnly, surveyed, byCalendarYear
  case countIn, numberIn, amountIn, statusOf, yesOrNo, dateAnswer, textAnswer, choiceOf, decimals, decimalPlace
  case total, ofWhich, multipleAnswers
  // Clauses of targets, waivers and examples
  case stage, plan, `do`, check, act
  case inForce, severity, must, should, modal, strive, because, advice, owner
  case due, planYear, yearOrdinal, exceptWhen, exempt
  case score, at, grade, showAchievement, averageOfGrades, roundedWhole, leftOut, whenAnyMissed
  case concerning, period, given, expect, graded, scoring, outcomePer
  // Groups, breakdowns, ranks and deviations
  case accordingTo, countedBy, classedBy, forEach, perEach
  case top, bottom, same, belongs, zerosLeftOut, atZeroLeftOut
  case standardDeviations, reducedBy, increasedBy, subtracted, added
  case orIts, nonexistent, inArea
  // Who
  case every, except, whereWord, the, it, possessive, of, thatWord, amongWord
  // Verbs and what links a figure to its bound
  case verb, isWord, deed, undone, reports, unreported, each, either, row
  // How much
  case atLeast, atMost, moreThan, lessThan, equal, notEqual, onOrBefore, onOrAfter, between, exactly
  case doesNotFall, doesNotRise, rises, falls, within, vague, onPath
  case halved, doubled, resolved, upward, downward, gap, shareOf
  // Joining
  case and, or, not, listAnd, when, unless, forWord
  // Years and places
  case lastYear, yearBeforeLast, thisYear, annually, yearsAgo, inWord, from, until, to, on
  case lastPeriod, lastSurvey, running
  // Figures over time
  case nationalAverage, planStart, past, latest, yearsWord, survey, actual, apiece
  case cumulated, riseIn, fallIn, growthIn, declineIn, yearAverage, yearSlope, per, path, via, shortfall
  // Figures
  case average, median, highest, lowest, numberOf, count, sumOf, rounded, roundedTo, percent, points, timesWord, half, twice
  // Values and outcomes
  case yes, no
  case met, missed, notReported, notApplicable, notDue, waived, recorded, by, shortBy
  // Particles and endings of Japanese sentences
  case particleGa, particleWa, particleWo, particleNo, particleNi, particleDe, particleMo, particleHe, about, than, piece, ending,
    attain
}

/// All spellings of one word. The first of each language is the one that the formatter writes.
package struct VocabularyEntry: Sendable {
  package let word: Word
  package let english: [StaticString]
  package let japanese: [StaticString]
  /// Japanese spellings that end a clause and join it to the next, as し、 and であり、 do.
  package let joining: [StaticString]

  init(_ word: Word, _ english: [StaticString], _ japanese: [StaticString], joining: [StaticString] = []) {
    self.word = word
    self.english = english
    self.japanese = japanese
    self.joining = joining
  }
}
