import Diagnostics
import Quantities

/// What could be written where a Japanese sentence cannot be read.
extension Parser {
  /// By the word that stands at this place.
  var nearestJapaneseForm: String {
    let level = levelWords.first ?? "区"
    if let form = formOfJapaneseDoubt(level) { return form }
    let ahead = isWord(.particleNo) ? 1 : 0
    let due = yearsOfSentence.first?.japaneseText ?? "令和8年度"
    switch peek(ahead).kind {
    case .word(.listAnd, _) where isWord(.particleNo, ahead: 1) && isWord(.gap, ahead: 2) && position > 0:
      return
        "何と何の差かを書いてください：「「X」と\(text(of: tokens[position - 1]))の差が5ポイント以内」「「X」と\(text(of: tokens[position - 1]))の差が前年度から縮小すること」"
    case .word(.gap, _):
      return "二つの値の差は「「A」と「B」の差が5ポイント以内」、地域の間の差は「市で、市の「X」の最大と最小の差が10ポイント以下」のように書いてください"
    case .word(.nonexistent, _)
    where position > 0 && isWord(.deed, at: position - 1) && text(of: tokens[position - 1]).hasSuffix("し"):
      return "「「X」を\(text(of: tokens[position - 1]))ていないこと」「「X」がいいえであること」のように書いてください"
    case .word(.nonexistent, _): return "「「X」が0であること」「「X」が0の\(level)がないこと」のように書いてください"
    case .word(.top, _), .word(.bottom, _): return "何位までかを書いてください：「「X」が全\(level)の上位30%に入る」「上位3\(level)に入る」"
    case .number where ahead == 1: return "何年分かの合計は「直近3年間の「X」の合計が100以上」、平均は「「X」の3年平均が60%以上」のように書いてください"
    case .word(.cumulated, _): return "いつからの累計かを書いてください：「計画期間中の「X」の累計が3以上」「令和6年度からの「X」の累計が3以上」"
    case .word(.riseIn, _), .word(.fallIn, _), .word(.growthIn, _), .word(.declineIn, _):
      return "いつからの変化かを書いてください：「令和元年度からの「X」の増加分」「令和元年度からの「X」の増加率」"
    case .word(.amongWord, _): return "「「A」、「B」及び「C」のうち2つ以上が…」「「X」が3以上の\(level)のうち半数以上で…」のように書いてください"
    case .word(.act, _): return "値がどちらへ動けばよいかを書いてください：「前年度から上昇していること」「前年度から減少していること」"
    case .word(.from, _), .word(.than, _): return "増減は「「X」が前年度から3ポイント以上上昇」、範囲は「1以上3以下」のように書いてください"
    case .word(.count, _), .word(.numberIn, _):
      return "地域の数や割合は「「X」が3以上の\(level)の数が5以上」「「X」が3以上の\(level)の割合を50%以上」のように書いてください"
    case .word(.onOrAfter, _), .word(.until, _): return "期限は、文の初めに「\(due)までに、すべての\(level)で…」と書いてください"
    default: return "「すべての\(level)で「X」が3以上であること。」のように、対象・指標・限度の順に書いてください"
    }
  }

  /// By what stands before the place, or in brackets behind it.
  private func formOfJapaneseDoubt(_ level: String) -> String? {
    let years = yearsOfSentence.map { $0.japaneseText }
    if isSign(.open), isFiscalYear(peek()) {
      let (first, last) = (years.first ?? "令和8年度", years.count > 1 ? years[1] : "令和11年度")
      return "年度は、かっこに入れずに値の前に書きます：「\(first)までに60%以上とし、\(last)までに70%以上とする」"
    }
    if isSign(.colon) { return "「：」でなく、「「X」が60%以上」「「X」を60%以上とする」のように書いてください" }
    guard position > 1 else { return nil }
    if aggregateWord(ahead: -1) != nil {
      if isLevelToken(tokens[position - 2]) {
        return
          "平均は比べる相手です：「「X」が\(written(position - 2, position))以上」。その地域の値であれば「\(text(of: tokens[position - 2]))で「X」が60%以上」と書いてください"
      }
      return
        "何の\(written(position - 1, position))かを書いてください：「「X」が全\(level)の\(written(position - 1, position))以上」。順位であれば「上位10%に入る」と書きます"
    }
    if isWord(.atMost, at: position - 1), !isASCII(tokens[position - 1]), text(of: tokens[position - 1]).hasPrefix("抑") {
      return "どこまでに抑えるかを書いてください：「「X」を100以下に抑える」「「X」を前年度以下に抑える」"
    }
    return nil
  }
}
