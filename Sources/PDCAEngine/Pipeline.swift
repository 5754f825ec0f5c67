import Diagnostics
import Evaluation
import Facts
import Quantities
import Reports
import Rulebook
import Submissions

/// What each command does, step by step.
public enum Pipeline {
  /// Judges every area for a year.
  public static func evaluate(_ request: Request) -> Response {
    if request.format == .csv { return list(request) }
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readFacts(for: rulebook, areas: areas),
      let year = work.chooseYear(for: rulebook, in: facts),
      let settled = work.applySettings(to: rulebook, in: year)
    else { return work.unreadable() }
    if request.format == .json { return work.streamJSON(settled, facts, year) ?? work.unreadable() }
    guard let judgement = work.judge(settled, facts, year) else { return work.unreadable() }
    return work.report(settled, facts, judgement, area: nil)
  }

  /// Judges every area for a year or for several, and lists the outcomes as CSV.
  private static func list(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readFacts(for: rulebook, areas: areas),
      let years = work.chooseYears(for: rulebook, in: facts),
      let settled = work.applySettings(to: rulebook, in: FiscalYear(years.upperBound)),
      let response = work.list(settled, facts, years)
    else { return work.unreadable() }
    return response
  }

  /// A ward's own check of what it is about to submit.
  public static func check(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readFacts(for: rulebook, areas: areas),
      let year = work.chooseYear(for: rulebook, in: facts),
      let settled = work.applySettings(to: rulebook, in: year),
      let area = work.chooseArea(for: settled, in: facts, year)
    else { return work.unreadable() }
    guard let judgement = work.judge(settled, facts, year) else { return work.unreadable() }
    return work.report(settled, facts, judgement, area: area)
  }

  /// How one outcome came about, figure by figure.
  public static func explain(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readFacts(for: rulebook, areas: areas),
      let year = work.chooseYear(for: rulebook, in: facts),
      let settled = work.applySettings(to: rulebook, in: year),
      let target = work.chooseTarget(for: settled),
      let judgement = work.judge(settled, facts, year),
      let outcome = work.chooseOutcome(of: target, in: judgement, settled, facts)
    else { return work.unreadable() }
    return work.explanation(of: outcome, settled, facts, judgement)
  }

  /// How many areas would meet each value of a parameter.
  public static func tryValues(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readFacts(for: rulebook, areas: areas),
      let year = work.chooseYear(for: rulebook, in: facts),
      let settled = work.applySettings(to: rulebook, in: year),
      let (parameter, values) = work.chooseTrial(for: settled)
    else { return work.unreadable() }
    let trial = runTrial(settled, facts, parameter: parameter, values: values, year: year)
    return work.trialReport(trial, settled, facts)
  }

  /// Runs the rulebook's own examples.
  public static func test(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook() else { return work.unreadable() }
    let areas = request.areas == nil ? nil : work.readAreas(for: rulebook)
    return work.exampleReport(rulebook, areas: areas)
  }

  /// Checks a rulebook without data, and shows which items have no target for which stage.
  public static func lint(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook() else { return work.unreadable() }
    return work.lintReport(rulebook)
  }

  /// The workbooks that areas fill in for a year; data tells what they reported the year before.
  public static func form(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readEarlierFacts(for: rulebook, areas: areas),
      let year = work.chooseFormYear(),
      let settled = work.applySettings(to: rulebook, in: year),
      let chosen = work.chooseFormAreas(in: facts)
    else { return work.unreadable() }
    return work.forms(settled, facts, chosen, year) ?? work.unreadable()
  }
}
