import Quantities

/// Points, grades and what is rolled up from them.
extension RulePrinter {
  func score(_ score: ScoreSyntax, lessIsBetter: Bool) -> String {
    switch score.kind {
    case .whole(let points): return self.points(points)
    case .steps(let steps): return steps.map { step($0, lessIsBetter) }.joined(separator: either(", ", "、"))
    case .ranks(let ranks, let zerosLeftOut):
      let entries = ranks.map { rank in
        let (points, share) = (self.points(rank.points), literal(rank.share))
        return either(points + " " + word(.top) + " " + share, word(.top) + share + "に" + points)
      }
      let text = entries.joined(separator: either(", ", "、"))
      if !zerosLeftOut { return text }
      return text + either(", " + word(.zerosLeftOut), "（0の" + lowestLevel + "は除く）")
    }
  }

  private var lowestLevel: String {
    levels.first.flatMap { words in words.first { !isASCII($0) } ?? words.first } ?? "区"
  }

  private func points(_ points: LiteralSyntax) -> String { number(points) + either("", "点") }

  /// A value alone, in English, is one from which on the points are given in the direction of the target.
  private func step(_ step: ScoreStepSyntax, _ lessIsBetter: Bool) -> String {
    let (points, value) = (self.points(step.points), expression(step.bound.value))
    if isEnglish {
      switch step.bound.relation {
      case .atLeast: return points + " at " + value + (lessIsBetter ? " or more" : "")
      case .atMost: return points + " at " + value + " or less"
      default: return points + " at " + relationWord(step.bound.relation) + " " + value
      }
    }
    switch step.bound.relation {
    case .atLeast: return value + "以上で" + points
    case .atMost: return value + "以下で" + points
    case .moreThan: return value + "超で" + points
    case .lessThan: return value + "未満で" + points
    case .equal: return value + "と同じで" + points
    case .notEqual: return value + "でないで" + points
    }
  }

  func grades(_ grade: GradeSyntax) -> String {
    let bands = grade.bands.map { band in
      let bounds =
        isEnglish
        ? " "
          + band.bounds.map { bound in relationWord(bound.relation) + " " + expression(bound.value) }
          .joined(separator: " and ") : band.bounds.map { bandBound($0) }.joined()
      return name(band.name) + bounds
    }
    return word(.grade) + either(": ", " ") + bands.joined(separator: either(", ", "、"))
  }

  private func bandBound(_ bound: BoundSyntax) -> String {
    let value = expression(bound.value)
    switch bound.relation {
    case .atLeast: return value + "以上"
    case .atMost: return value + "以下"
    case .moreThan: return value + "超"
    case .lessThan: return value + "未満"
    case .equal: return value
    case .notEqual: return value + "でない"
    }
  }

  func block(_ overall: OverallSyntax, _ start: Int32) -> FormattedBlock {
    let average = word(.averageOfGrades)
    let item = overall.item.map { $0.text }
    var text = word(.overall) + either(" ", "") + declaredName(overall.name) + " "
    text += either(
      average + (item.map { " in " + word(.item) + " " + $0 } ?? ""), (item.map { word(.item) + $0 + "の" } ?? "") + average)
    if !overall.grades.isEmpty {
      let grades = overall.grades.map { grade in
        grade.points.map { name(grade.grade) + "=" + points($0) } ?? name(grade.grade) + either(" ", "は") + word(.leftOut)
      }
      text += either(" ", "") + bracketed(grades.joined(separator: either(", ", "、")))
    }
    if let decimals = overall.decimals { text += rounding(decimals) }
    var block = FormattedBlock(start, text)
    if let missed = overall.whenMissed {
      block.add(missed.place, word(.whenAnyMissed) + either(": ", "") + name(missed))
    }
    return block
  }

  private func rounding(_ decimals: Int) -> String {
    if decimals == 0 { return either(", " + word(.roundedWhole), "を四捨五入") }
    return either(
      ", rounded to " + String(decimals) + (decimals == 1 ? " decimal" : " decimals"), "を小数第" + String(decimals) + "位まで四捨五入")
  }
}
