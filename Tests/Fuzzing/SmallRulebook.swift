import Diagnostics
import Facts
import RuleLanguage
import Rulebook

let smallAreas = AreaTable([
  Area(code: "271004", name: "大阪市", level: 1, parent: nil), Area(code: "271276", name: "北区", level: 0, parent: 0),
  Area(code: "271284", name: "中央区", level: 0, parent: 0),
])

/// An indicator of each kind that a cell is read as.
let smallRulebook: Rulebook = {
  let source = SourceText(
    path: "rulebook.pdca",
    bytes: Array(
      """
      事業 "試し"
        階層 区（ward, wards） < 市（city, cities）
      回答区分「実施状況」（低い順）
        「未着手」 記入例 "×"
        「準備・調整中」 記入例 "△"
        「実施している」 記入例 "○"
      項目 イ "一"
      指標 イ-1「協議回数」（[meetings]）
        回答形式 回数（回）
        範囲 0回から366回まで
      指標 イ-2「実施率」
        回答形式 割合（%、小数第1位）
      指標 イ-3「状況」
        回答形式 区分「実施状況」
      指標 イ-4「策定日」
        回答形式 日付
      指標 イ-5「有無」
        回答形式 はい・いいえ
      指標 イ-6「改善策」
        回答形式 文章
      指標 イ-7「金額」
        回答形式 金額（円）
      """.utf8))
  var sources = SourceSet()
  let file = sources.add(source)
  let words = RuleReader.survey(source, file: file).words
  let parsed = RuleReader.parse(source, file: file, words: words)
  let checked = check(parsed.file.declarations, sources: sources)
  precondition(parsed.diagnostics.isEmpty && !checked.hasErrors, "the small rulebook has a fault")
  precondition(checked.rulebook.indicators.count == 7, "the small rulebook has lost an indicator")
  return checked.rulebook
}()
