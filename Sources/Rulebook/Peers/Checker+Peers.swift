import Diagnostics
import Quantities
import RuleLanguage

// Figures held against those of other areas: aggregates over peers, ranks, deviations.

extension Scope {
  func focused(on figure: ExpressionSyntax) -> Scope {
    var scope = self
    scope.focus = figure
    return scope
  }
}

extension Checker {
  func peers(_ syntax: PeersSyntax, _ place: Place, rank: RankSyntax? = nil) -> Peers? {
    guard let level = level(syntax.level) else { return nil }
    var within: Int?
    if let upper = syntax.within {
      guard let holder = self.level(upper) else { return nil }
      guard holder > level else { return reportNotAbove(upper) }
      within = holder
    } else if levelsAbove(level).count > 1 {
      return reportWithinWhat(level, syntax.group, rank, place)
    }
    var position: Int?
    if let name = syntax.group {
      guard let group = group(name) else { return nil }
      position = group
    }
    return Peers(level: level, within: within, group: position)
  }

  // MARK: Aggregates

  /// `the median of wards`: of the figure that it is held against, unless it names one.
  func figure(
    _ aggregate: Aggregate, _ inner: ExpressionSyntax?, of syntax: PeersSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let peers = peers(syntax, place) else { return nil }
    guard let averaged = inner ?? scope.focus else { return reportOfWhat(aggregate, peers, place) }
    guard let figure = summand([averaged], scope.at(peers.level), place, depth: depth + 1) else { return nil }
    guard isDefined(aggregate, figure.dimension) else { return reportUndefined(aggregate, figure, place) }
    var expression = Expression.aggregate(aggregate, level: peers.level, figure.expression)
    if peers.group != nil {
      expression = .peerAggregate(aggregate, peers, figure.expression)
    } else if let within = peers.within {
      expression = .ofArea(level: within, expression)
    }
    var result = wrapped(figure, expression, place)
    result.reach = peers.within ?? Int.max
    result.depth += 1
    return result
  }

  // MARK: Ranks

  func rank(
    of syntax: ExpressionSyntax, _ rank: RankSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    guard let peers = peers(rank.peers, place, rank: rank), let figure = figure(syntax, scope, depth: depth + 1) else {
      return nil
    }
    guard isOrdered(figure.dimension) else { return reportNoOrder(figure) }
    if let level = scope.level, level != peers.level { return reportOtherLevel(peers.level, level, rank.peers.level) }
    guard let amount = amount(rank.amount, .atMost, peers.level), isSensible(amount) else {
      return reportRankAmount(rank.amount)
    }
    let isTop = (rank.end == .top) != rank.lowestFirst
    let model = Rank(
      figure: figure.expression, dimension: figure.dimension, end: isTop ? .top : .bottom, amount: amount, peers: peers,
      leavesOutZeros: rank.zerosLeftOut, place: place.span)
    return CheckedCondition(condition: .rank(model), depth: figure.depth + 2)
  }

  private func isSensible(_ amount: Subject.Amount) -> Bool {
    switch amount {
    case .count(let number): number > 0
    case .share(let share): share.signum > 0 && share < .one
    }
  }

  // MARK: Deviations

  /// `the average of wards less 2 standard deviations`, as a bound.
  func deviation(
    of left: Figure, _ relation: Relation, _ average: ExpressionSyntax, _ operation: Arithmetic, _ amount: LiteralSyntax,
    _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    guard let (figure, peers) = averaged(average, scope, place, depth: depth + 1) else { return nil }
    guard isNumeric(left.dimension), isNumeric(figure.dimension) else { return reportNoOrder(left) }
    guard amount.unit == nil, amount.value.signum > 0 else { return reportDeviationAmount(amount) }
    guard alike(left.dimension, figure.dimension) else { return reportUnlike(left, figure, place) }
    let model = DeviationBound(
      left: left.expression, relation: relation, figure: figure.expression,
      factor: operation == .minus ? -amount.value : amount.value, peers: peers, dimension: left.dimension, place: place.span)
    return CheckedCondition(condition: .deviation(model), depth: max(left.depth, figure.depth) + 2)
  }

  private func averaged(
    _ syntax: ExpressionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> (Figure, Peers)? {
    switch syntax.kind {
    case .ofPeers(_, let inner, let among):
      guard let peers = peers(among, place) else { return nil }
      guard let inner = inner ?? scope.focus else { return reportOfWhat(.average, peers, place) }
      return summand([inner], scope.at(peers.level), place, depth: depth).map { ($0, peers) }
    case .aggregate(_, let upper?, let parts):
      guard let level = level(upper), level > 0 else { return reportNotAbove(upper) }
      return summand(parts, scope.at(level - 1), place, depth: depth).map { ($0, Peers(level: level - 1, within: level)) }
    default:
      let _: Figure? = reportDeviationAlone(place)
      return nil
    }
  }
}

extension Checker {
  func reportNotAbove<Result>(_ level: LevelSyntax) -> Result? {
    findings.error(
      .levelNotAbove, at: level.place.span,
      Wording("this level does not lie above the areas that are spoken of", "この階層は、対象とする地域の上の階層ではありません"),
      reason: Wording("an area is held by one of a higher level", "地域を含むのは、上の階層の地域です"),
      mend: Wording("name a higher level, as the program's levels have it", "事業の階層で上にある階層を書いてください"))
    return nil
  }

  private func reportOfWhat<Result>(_ aggregate: Aggregate, _ peers: Peers, _ place: Place) -> Result? {
    let word = wording(ofLevel: peers.level, plural: true)
    findings.error(
      .peersOfWhat, at: place.span,
      Wording("it is not said of which figure of the \(word.english) this is", "\(word.japanese)のどの値についてかが書かれていません"),
      mend: Wording("name the figure: the median [X] of \(word.english)", "「全\(word.japanese)の「X」の中央値」のように、指標の名前を書いてください"))
    return nil
  }

  private func reportOtherLevel(_ ranked: Int, _ judged: Int, _ syntax: LevelSyntax) -> CheckedCondition? {
    let (among, own) = (wording(ofLevel: ranked, plural: true), wording(ofLevel: judged))
    findings.error(
      .rankOfOtherLevel, at: syntax.place.span,
      Wording("a \(own.english) has no rank among \(among.english)", "\(own.japanese)は\(among.japanese)の中の順位をもちません"),
      reason: Wording("ranks are among areas of one level", "順位は同じ階層の地域の間のものです"),
      mend: Wording("rank it among areas of its own level", "同じ階層の地域の中の順位にしてください"))
    return nil
  }

  private func reportRankAmount(_ literal: LiteralSyntax) -> CheckedCondition? {
    findings.error(
      .rankUnfit, at: literal.place.span,
      Wording("this is no place that can be missed, and be reached", "この順位では、必ず達成か、必ず未達成になります"),
      mend: Wording("write a percentage between 0% and 100%, or a number of areas such as 3", "「30%」のような割合か、「3区」のような数を書いてください"))
    return nil
  }

  private func reportDeviationAmount(_ literal: LiteralSyntax) -> CheckedCondition? {
    findings.error(
      .deviationUnfit, at: literal.place.span,
      Wording("deviations are counted with a plain number above zero", "標準偏差の倍数は、単位のない正の数で書きます"),
      mend: Wording("write: less 2 standard deviations", "「標準偏差の2倍を引いた値」のように書いてください"))
    return nil
  }

  func reportDeviationAlone(_ place: Place) -> Figure? {
    findings.error(
      .deviationUnfit, at: place.span,
      Wording("an average with its deviation stands only where a figure is held against it", "標準偏差を使った値は、指標を比べる相手としてだけ書けます"),
      reason: Wording(
        "it is compared exactly, by squares; as a figure of its own it would have to be rounded",
        "平方して正確に比べるためで、単独の値にすると丸めが必要になります"),
      mend: Wording(
        "write: [X] is at least the average of wards less 2 standard deviations", "「「X」が全区の平均から標準偏差の2倍を引いた値以上」のように書いてください"))
    return nil
  }
}
