import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One gap of one area: the years in which it was found, what answers it, and how the target stands now.
struct GapThread {
  enum State {
    /// Found this year for the first time.
    case found
    /// Found in earlier years, and this year again.
    case repeated
    /// Found in earlier years; this year tells nothing.
    case paused
    case closed

    var wording: Wording {
      switch self {
      case .found: Wording("found this year", "今年度に見つかった")
      case .repeated: Wording("still open", "続いている")
      case .paused: Wording("open, not judged this year", "続いている（今年度は判定なし）")
      case .closed: Wording("closed this year", "今年度に解消")
      }
    }

    var identifier: String {
      switch self {
      case .found: "found"
      case .repeated: "repeated"
      case .paused: "paused"
      case .closed: "closed"
      }
    }
  }

  struct Answer {
    let target: Int
    /// Nothing where the target has no outcome there.
    let verdict: Verdict?
  }

  let target: Int
  let area: Int
  let gap: OpenGap
  let answers: [Answer]
  /// How the target stands there this year.
  let now: Verdict
  let state: State

  var isOpen: Bool { state != .closed }
  /// Whether something that was asked for because of it has been done.
  var isAnswered: Bool { answers.contains { $0.verdict == .met } }
}

extension GapThread {
  /// The gap that is open at an area or was closed there this year; nothing where there is none.
  /// - Parameters:
  ///   - answers: the targets that ask about the misses of this one.
  ///   - verdict: how a target stands at an area; nothing where it does not judge it.
  init?(_ standing: Standing, answers: [Int], areas: [Area], verdict: (_ target: Int, _ area: Int) -> Verdict?) {
    guard let gap = standing.gap else { return nil }
    (target, area, self.gap, now) = (standing.target, standing.area, gap, standing.verdict)
    self.answers = answers.map { answer in
      // At the area, or at the nearest area above.
      var position: Int? = standing.area
      while let present = position, areas.indices.contains(present) {
        if let verdict = verdict(answer, present) { return Answer(target: answer, verdict: verdict) }
        position = areas[present].parent
      }
      return Answer(target: answer, verdict: nil)
    }
    state =
      switch now {
      case .met: .closed
      case .missed: gap.years.count > 1 ? .repeated : .found
      default: .paused
      }
  }

  /// All gaps that are open or were closed this year, in the order of the outcomes.
  static func all(of standings: [Standing], _ rulebook: Rulebook, _ areas: [Area]) -> [GapThread] {
    let answers = GapAnswers(rulebook).answers
    let asked = Set(answers.joined())
    var verdicts: [Int: [Int: Verdict]] = [:]
    for standing in standings where asked.contains(standing.target) {
      verdicts[standing.target, default: [:]][standing.area] = standing.verdict
    }
    return standings.compactMap { standing in
      GapThread(standing, answers: answers[standing.target], areas: areas) { verdicts[$0]?[$1] }
    }
  }
}

extension OutcomeIndex {
  func threads() -> [GapThread] { GapThread.all(of: standings, rulebook, areas) }

  func thread(target: Int, area: Int) -> GapThread? { threads().first { $0.target == target && $0.area == area } }

  /// The threads that no other part of a report tells: earlier gaps that are not missed this year.
  func quietThreads() -> SummaryGrid? {
    let told = Set(rulebook.targets.compactMap { answeredGap($0) }.map { $0.target })
    let threads = threads().filter { $0.state == .paused || $0.state == .closed && !told.contains($0.target) }
    if threads.isEmpty { return nil }
    return threadGrid(threads, title: phrasing.say("Earlier gaps, not missed this year", "前年度までの未達成のうち、今年度は未達成でないもの"))
  }

  func threadGrid(_ threads: [GapThread], title: String) -> SummaryGrid {
    SummaryGrid(
      kind: .records, title: title, note: nil,
      head: [
        phrasing.say("target", "目標"), phrasing.say("area", "区域"), phrasing.say("missed in", "未達成の年度"),
        phrasing.say("answered by", "改善"), phrasing.say("this year", "今年度"), phrasing.say("state", "状態"),
      ],
      rows: threads.map { thread in
        [
          phrasing.name(of: rulebook.targets[thread.target]), areaName(thread.area),
          phrasing.list(thread.gap.years.map { phrasing.year($0) }), answerText(thread),
          word(thread.now), thread.state.wording.text(in: input.language),
        ]
      })
  }

  /// Such as `「未開催の改善」 達成`.
  func answerText(_ thread: GapThread) -> String {
    if thread.answers.isEmpty { return "-" }
    return phrasing.list(
      thread.answers.map { answer in
        "「" + phrasing.name(of: rulebook.targets[answer.target]) + "」 " + (answer.verdict.map { word($0) } ?? "-")
      })
  }
}
