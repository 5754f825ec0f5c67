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
    if request.isList { return list(request) }
    var work = Work(request)
    guard let (rulebook, facts, year) = work.readAll() else { return work.unreadable() }
    if request.isStreamed { return work.holding(work.stream(rulebook, facts, year) ?? work.unreadable()) }
    guard let judgement = work.judge(rulebook, facts, year, explaining: work.explainedByFormat) else { return work.unreadable() }
    return work.holding(work.report(rulebook, facts, judgement, area: nil))
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
    return work.holding(response)
  }

  /// A ward's own check of what it is about to submit.
  public static func check(_ request: Request) -> Response {
    var work = Work(request)
    guard let (rulebook, facts, year) = work.readAll(),
      let area = work.chooseArea(for: rulebook, in: facts, year),
      let judgement = work.judge(rulebook, facts, year)
    else { return work.unreadable() }
    return work.holding(work.report(rulebook, facts, judgement, area: area))
  }

  /// How one outcome came about, figure by figure.
  public static func explain(_ request: Request) -> Response {
    var work = Work(request)
    guard let (rulebook, facts, year) = work.readAll(),
      let target = work.chooseTarget(for: rulebook),
      let judgement = work.judge(rulebook, facts, year),
      let outcome = work.chooseOutcome(of: target, in: judgement, rulebook, facts)
    else { return work.unreadable() }
    return work.explanation(of: outcome, rulebook, facts, judgement)
  }

  /// How many areas would meet each value of a parameter.
  public static func tryValues(_ request: Request) -> Response {
    var work = Work(request)
    guard let (rulebook, facts, year) = work.readAll(),
      let (parameter, values) = work.chooseTrial(for: rulebook)
    else { return work.unreadable() }
    let trial = runTrial(rulebook, facts, parameter: parameter, values: values, year: year)
    return work.trialReport(trial, rulebook, facts)
  }

  /// Runs the rulebook's own examples.
  public static func test(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook() else { return work.unreadable() }
    let areas = request.areas == nil ? nil : work.readAreas(for: rulebook)
    if let areas { work.checkAreaNames(of: rulebook, in: areas) }
    return work.exampleReport(rulebook, areas: areas)
  }

  /// Checks a rulebook without data, and shows which items have no target for which stage.
  public static func lint(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook() else { return work.unreadable() }
    if request.areas != nil, let areas = work.readAreas(for: rulebook) { work.checkAreaNames(of: rulebook, in: areas) }
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

  /// The self-check page that areas fill in for a year, in a browser and without a network.
  public static func page(_ request: Request) -> Response {
    var work = Work(request)
    guard let rulebook = work.readRulebook(),
      let areas = work.readAreas(for: rulebook),
      let facts = work.readEarlierFacts(for: rulebook, areas: areas),
      let year = work.chooseFormYear(),
      let settled = work.applySettings(to: rulebook, in: year),
      let chosen = work.choosePageAreas(for: rulebook, in: facts)
    else { return work.unreadable() }
    return work.page(settled, facts, chosen, year) ?? work.unreadable()
  }
}

extension Pipeline {
  /// What is said in the format that is asked for where a file that was named cannot be read, so that nothing could begin.
  public static func refuse(_ request: Request, _ path: String, english: String, japanese: String) -> Response {
    var work = Work(request)
    work.report(.fileMissing, at: .file(path), Wording(english, japanese))
    return work.unreadable()
  }
}

extension Work {
  fileprivate func holding(_ response: Response) -> Response {
    var response = response
    response.work = self
    return response
  }

  /// The steps with which every command on data begins. The rulebook has the values that are set for this run.
  fileprivate mutating func readAll() -> (rulebook: Rulebook, facts: Facts, year: FiscalYear)? {
    guard let rulebook = readRulebook(),
      let areas = readAreas(for: rulebook),
      let facts = readFacts(for: rulebook, areas: areas),
      let year = chooseYear(for: rulebook, in: facts),
      let settled = applySettings(to: rulebook, in: year)
    else { return nil }
    return (settled, facts, year)
  }
}
