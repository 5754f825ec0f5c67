import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// A rulebook that other rules in the tests build on: one city with its wards, and an indicator of each kind.
enum Prelude {
  static let text = """
    事業 "在宅医療・介護連携推進事業"
      階層 区（ward, wards） < 市（city, cities）
    回答区分「実施状況」（低い順）
      「未着手」 記入例 "×"
      「準備中」 記入例 "△"
      「実施している」 記入例 "○"
    項目 イ "課題の抽出"
    指標 イ-1「協議回数」（[council meetings]）
      回答形式 回数（回）
      範囲 0回から366回まで
    指標 イ-2「相談件数」
      回答形式 件数（件）
    指標 イ-3「連携件数」
      回答形式 件数（件）
    指標 イ-4「取組状況」
      回答形式 区分「実施状況」
    指標 イ-5「改善策」
      回答形式 文章
    指標 イ-6「計画策定日」
      回答形式 日付
    指標 イ-7「実施率」
      回答形式 割合（%、小数第1位）
    指標 イ-8「その他」
      回答形式 件数（件）
    指標 イ-9「その他」
      回答形式 件数（件）
    指標 イ-10「計画の公表」
      回答形式 はい・いいえ
    指標 イ-11「開催の形」
      回答形式 選択 "対面"、"オンライン"
    内訳表 イ-12「相談者別」
      複数回答
    指標 イ-12-1「医科」
      回答形式 件数（件）
    指標 イ-12-2「歯科」
      回答形式 件数（件）
    内訳表 イ-13「会議の内訳」
      合計「協議回数」
      再掲「うち合同」
    指標 イ-13-1「全体会議」
      回答形式 回数（回）
    指標 イ-13-2「部会」
      回答形式 回数（回）
    指標 イ-13-3「うち合同」
      回答形式 回数（回）
    算出指標「連携率」＝「連携件数」÷「相談件数」
    設定値「最低回数」＝1回、令和7年度から2回
    設定値「係数」＝2
    設定値「目標の率」＝80%
    目標「会議の開催」
      段階 実行
      すべての区で「協議回数」が1回以上であること。

    """
}

/// One text, read and checked.
struct CheckedText {
  let rulebook: Rulebook
  /// All diagnostics: of reading, of checking, and, where asked for, of lint.
  let diagnostics: [Diagnostic]

  init(_ text: String, isLinted: Bool = false) {
    var loader = RulebookLoader(read: { $0 == "rulebook.pdca" ? Array(text.utf8) : nil }, shown: { $0 })
    guard let loaded = loader.load("rulebook.pdca") else {
      rulebook = check([], sources: SourceSet()).rulebook
      diagnostics = []
      return
    }
    let checked = check(loaded.declarations, sources: loaded.sources, after: loaded.diagnostics)
    rulebook = checked.rulebook
    diagnostics = loaded.diagnostics + checked.diagnostics + (isLinted ? lint(checked.rulebook) : [])
  }

  /// Rules that stand after the prelude. What lint has to say of the prelude itself is left out.
  init(afterPrelude text: String, isLinted: Bool = false) {
    let whole = CheckedText(Prelude.text + text, isLinted: isLinted)
    rulebook = whole.rulebook
    let start = Prelude.text.utf8.count
    diagnostics = whole.diagnostics.filter { diagnostic in
      guard case .rule(let span) = diagnostic.location else { return true }
      return Int(span.start) >= start
    }
  }

  var codes: [String] { diagnostics.map { $0.code.name } }

  /// Each diagnostic as its code and the text that it points at.
  var places: [String] {
    diagnostics.map { diagnostic in
      guard case .rule(let span) = diagnostic.location else { return diagnostic.code.name }
      return diagnostic.code.name + " " + rulebook.sources.text(of: span)
    }
  }

  /// The last target, as checked.
  var target: Target? { rulebook.targets.last }
}
