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

extension OutcomeIndex {
  /// All gaps that are open or were closed this year, in the order of the outcomes.
  func threads() -> [GapThread] {
    threads(outcomes.indices.filter { outcomes[$0].gap != nil || outcomes[$0].closedGap != nil })
  }

  func thread(target: Int, area: Int) -> GapThread? { threads(byTarget[target].filter { outcomes[$0].area == area }).first }

  private func threads(_ positions: [Int]) -> [GapThread] {
    let answers = GapAnswers(rulebook).answers
    var verdicts: [Int: [Int: Verdict]] = [:]
    for target in Set(positions.flatMap { answers[outcomes[$0].target] }) {
      for position in byTarget[target] { verdicts[target, default: [:]][outcomes[position].area] = outcomes[position].verdict }
    }
    return positions.compactMap { position in
      guard let gap = outcomes[position].gap ?? outcomes[position].closedGap else { return nil }
      let (target, area, now) = (outcomes[position].target, outcomes[position].area, outcomes[position].verdict)
      return GapThread(
        target: target, area: area, gap: gap,
        answers: answers[target].map { answer in
          GapThread.Answer(target: answer, verdict: verdict(verdicts[answer] ?? [:], at: area))
        }, now: now, state: state(now, gap))
    }
  }

  /// At the area, or at the nearest area above.
  private func verdict(_ verdicts: [Int: Verdict], at area: Int) -> Verdict? {
    var position: Int? = area
    while let present = position, areas.indices.contains(present) {
      if let verdict = verdicts[present] { return verdict }
      position = areas[present].parent
    }
    return nil
  }

  private func state(_ now: Verdict, _ gap: OpenGap) -> GapThread.State {
    switch now {
    case .met: .closed
    case .missed: gap.years.count > 1 ? .repeated : .found
    default: .paused
    }
  }

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
