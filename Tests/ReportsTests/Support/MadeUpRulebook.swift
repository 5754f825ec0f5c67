import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// A small rulebook, put together by hand so that these tests need neither parser nor checker.
struct MadeUpRulebook {
  static let text = """
    事業 "在宅医療・介護連携推進事業"
      階層 区（ward, wards） < 市（city, cities）

    目標「既存情報の整理」（[existing information]）
      すべての区で「ア-1」が「実施している」であること。

    目標「推進会議の開催」（[council held]）
      すべての区で「協議回数」が「最低開催回数」以上であること。

    目標「開催区数」（[wards with a council]）
      5区以上で「協議回数」が1回以上であること。

    目標「未開催の改善」（[answer to missing councils]）
      前年度に目標「推進会議の開催」が未達成の区で
        「改善策」を報告していること。

    目標「会議出席の内訳と総数の一致」（[attendance adds up]）
      すべての区で「オ(2)」が「オ(2)-1」及び「オ(2)-2」の合計と一致すること。

    目標「研修会の開催」（[training]）
      すべての区で「研修会の開催回数」が2回以上であること。

    目標「計画の期限」（[plan in time]）
      すべての区で「計画策定日」が6月30日までであること。

    目標「受診率の目安」（[screening rate]）
      すべての区で「受診率」が66.7%以上であること。

    """

  let source = SourceText(path: "Rules/made-up/rulebook.pdca", bytes: Array(text.utf8))
  var rulebook: Rulebook

  init() {
    var sources = SourceSet()
    _ = sources.add(source)
    let program = Program(
      title: "在宅医療・介護連携推進事業",
      levels: [Level(words: ["区", "ward", "wards"]), Level(words: ["市", "city", "cities"])], since: FiscalYear(2021))
    rulebook = Rulebook(program: program, sources: sources)
    rulebook.ladders = [
      Ladder(
        name: "実施状況",
        steps: [
          Ladder.Step(name: "現時点で未着手", otherName: "not started"),
          Ladder.Step(name: "実施に向け準備・調整中", otherName: "being prepared"),
          Ladder.Step(name: "実施している", otherName: "carried out"),
        ])
    ]
    rulebook.items = [
      Item(code: "ア", title: "地域の医療・介護の資源の把握"), Item(code: "イ", title: "在宅医療・介護連携の課題の抽出と対応策の検討"),
      Item(code: "オ", title: "相談支援"), Item(code: "カ", title: "医療・介護関係者の研修"),
    ]
    rulebook.indicators = indicators()
    rulebook.parameters = [
      Parameter(
        name: "最低開催回数", otherName: "least meetings", dimension: .counted("回"), values: [(nil, Rational(3))], place: span("最低開催回数")
      )
    ]
    rulebook.targets = targets()
    rulebook.waivers = [
      Waiver(
        target: 5, areas: [Spelled("此花区", span("研修会の開催"))], from: FiscalYear(2023), until: FiscalYear(2023),
        because: "会場の改修のため", place: span("研修会の開催")),
      Waiver(
        target: 1, areas: [Spelled("北区", span("推進会議の開催"))], from: FiscalYear(2021), until: FiscalYear(2022),
        because: "書面開催のため", place: span("推進会議の開催")),
    ]
  }

  /// The place of a piece of the text, which must stand in it.
  func span(_ piece: String) -> SourceSpan {
    let text = Array(MadeUpRulebook.text.utf8)
    let wanted = Array(piece.utf8)
    for start in 0...(text.count - wanted.count) where Array(text[start..<(start + wanted.count)]) == wanted {
      return SourceSpan(file: 0, start: Int32(start), end: Int32(start + wanted.count))
    }
    preconditionFailure(piece)
  }

  private func indicators() -> [Indicator] {
    let here = span("事業")
    func indicator(_ code: String, _ label: String?, _ other: String?, _ item: Int?, _ kind: FigureKind, _ reporter: String)
      -> Indicator
    {
      Indicator(
        code: code, label: label, otherLabel: other, item: item, question: label.map { $0 + "を記入してください。" }, kind: kind,
        reportedBy: reporter, place: here)
    }
    return [
      indicator("ア-1", "地域で把握可能な既存情報の整理", "sorting existing information", 0, .ladder(0), "区役所"),
      indicator("イ(1)", "協議回数", "council meetings", 1, .count(unit: "回"), "区役所"),
      indicator("イ-3", "改善策", "remedy", 1, .text, "区役所"),
      indicator("オ(2)", nil, nil, 2, .count(unit: "回"), "相談支援室"),
      indicator("オ(2)-1", nil, nil, 2, .count(unit: "回"), "相談支援室"),
      indicator("オ(2)-2", nil, nil, 2, .count(unit: "回"), "相談支援室"),
      indicator("カ(1)", "研修会の開催回数", "trainings", 3, .count(unit: "回"), "相談支援室"),
      indicator("計画策定日", "計画策定日", "plan date", nil, .date, "区役所"),
      indicator("受診率", "受診率", "rate", nil, .percent(decimals: 1), "区役所"),
    ]
  }

  private func comparison(_ indicator: Int, _ relation: Relation, _ value: Rational, _ dimension: Dimension, _ piece: String)
    -> Condition
  {
    .comparison(
      Comparison(
        left: .indicator(indicator), relation: relation, right: .constant(value), dimension: dimension, place: span(piece)))
  }

  private func target(
    _ name: String, _ other: String, _ item: Int?, _ stage: Stage, _ severity: TargetSeverity, advice: [String] = [],
    owner: String? = nil,
    because: [String] = [], _ subject: Subject, _ demand: Condition, _ sentence: String
  ) -> Target {
    Target(
      name: name, otherName: other, item: item, stage: stage, severity: severity, because: because, advice: advice, owner: owner,
      requirements: [Requirement(subject: subject, demand: demand, place: span(sentence))], place: span(name))
  }

  private func targets() -> [Target] {
    let every = Subject(.every(level: 0))
    let missedLastYear = Subject(.every(level: 0), filter: .outcome(target: 1, .missed, .yearsAgo(1)))
    return [
      target(
        "既存情報の整理", "existing information", 0, .plan, .must, advice: ["地域で把握可能な既存情報を、年度の初めに一覧にまとめてください。"], owner: "区役所",
        every, comparison(0, .equal, Rational(2), .ladder(0), "「ア-1」が「実施している」"), "すべての区で「ア-1」が「実施している」であること。"),
      target(
        "推進会議の開催", "council held", 1, .do, .must, advice: ["推進会議（ワーキングを含む）を少なくとも年3回開いてください。"], owner: "区役所",
        because: ["令和5年度 取組状況 イ(1)"], every,
        .comparison(
          Comparison(
            left: .indicator(1), relation: .atLeast, right: .parameter(0), dimension: .counted("回"),
            place: span("「協議回数」が「最低開催回数」以上"))),
        "すべての区で「協議回数」が「最低開催回数」以上であること。"),
      target(
        "開催区数", "wards with a council", 1, .check, .must, owner: "健康局", Subject(.numberOf(level: 0, .atLeast, .count(5))),
        comparison(1, .atLeast, .one, .counted("回"), "「協議回数」が1回以上"), "5区以上で「協議回数」が1回以上であること。"),
      target(
        "未開催の改善", "answer to missing councils", 1, .act, .must, missedLastYear, .reported(.indicator(2)),
        "前年度に目標「推進会議の開催」が未達成の区で\n    「改善策」を報告していること。"),
      target(
        "会議出席の内訳と総数の一致", "attendance adds up", 2, .check, .must, every,
        .comparison(
          Comparison(
            left: .indicator(3), relation: .equal, right: .sum([.indicator(4), .indicator(5)]), dimension: .counted("回"),
            place: span("「オ(2)」が「オ(2)-1」及び「オ(2)-2」の合計と一致"))),
        "すべての区で「オ(2)」が「オ(2)-1」及び「オ(2)-2」の合計と一致すること。"),
      target(
        "研修会の開催", "training", 3, .do, .should, advice: ["年度の前半に1回目を開くと、2回目の日程を取りやすくなります。"], every,
        comparison(6, .atLeast, Rational(2), .counted("回"), "「研修会の開催回数」が2回以上"), "すべての区で「研修会の開催回数」が2回以上であること。"),
      target(
        "計画の期限", "plan in time", nil, .plan, .must, every,
        comparison(7, .atMost, Rational(19538), .date, "「計画策定日」が6月30日まで"), "すべての区で「計画策定日」が6月30日までであること。"),
      target(
        "受診率の目安", "screening rate", nil, .check, .should, every,
        comparison(8, .atLeast, Rational(mantissa: 667, scale: 3), .ratio, "「受診率」が66.7%以上"), "すべての区で「受診率」が66.7%以上であること。"),
    ]
  }
}
