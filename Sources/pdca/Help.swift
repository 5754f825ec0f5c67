import PDCAEngine

/// What `--help` prints.
enum Help {
  static func text(in language: OutputLanguage) -> String {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = """
    pdca judges what areas report against the targets of a rulebook.

      pdca evaluate [RULEBOOK DATA...]   judge every area for a fiscal year
      pdca check    RULEBOOK DATA...     an area's own check before it submits (--area 北区)
      pdca explain  RULEBOOK DATA... --target NAME --area AREA   how one outcome came about
      pdca explain  CODE                 what a diagnostic such as PDCA0101 means
      pdca try      RULEBOOK DATA... --vary NAME=0..10   how many areas would meet each value of a parameter
      pdca test     RULEBOOK             run the rulebook's own examples
      pdca lint     RULEBOOK             check a rulebook without data; items and stages without a target
      pdca format   PATH...              rewrite rule files in the standard layout; --check only tells, --language translates
      pdca form     RULEBOOK [DATA...] --year R6 --output FILE   the workbook that an area fills in (--area 北区; else all, into a folder)
      pdca page     RULEBOOK [DATA...] --year R6 --output FILE   the self-check page, one offline HTML file (--area 北区)

    RULEBOOK is a .pdca file or a folder with rulebook.pdca; DATA is files or folders of .csv and .xlsx, or - for standard input.

      --year 2023|R5|令和5年度   the year to judge (default: the latest in the data)
      --areas FILE              the areas (default: areas.csv beside the rulebook)
      --area, --target          the area and the target that are asked about
      --set NAME=VALUE          another value for a parameter, in the judged year
      --format text|markdown|json|csv|html|xlsx|junit|sarif|github   (html: pages in a folder; of check, one page)
      --output FILE|FOLDER      write the results there instead of to standard output
      --only missed,not_reported · --columns target,area,year · --totals FILE   (with --format csv, and --year 2014..2023 or all)
      --cores N                 how many cores may be used (default: all)
      --language ja|en          the language of report and messages
      --color auto|always|never · --quiet · --help · --version

    Exit status: 0 all met · 1 something is missed or not reported · 2 wrong usage · 3 a rulebook with errors or
    unreadable input · 70 a fault in the program.

    """

  private static let japanese = """
    pdca は、各区の報告をルールブックの目標に照らして判定します。

      pdca evaluate [ルールブック データ...]   すべての区を年度について判定する
      pdca check    ルールブック データ...     提出前に自分の区を点検する（--area 北区）
      pdca explain  ルールブック データ... --target 目標 --area 区   一つの判定の経過を示す
      pdca explain  コード                   PDCA0101 などの意味を示す
      pdca try      ルールブック データ... --vary 名前=0..10   設定値を変えたときの達成数を試算する
      pdca test     ルールブック              ルールブックの中の例を確かめる
      pdca lint     ルールブック              データなしで点検し、目標のない項目と段階を示す
      pdca format   ファイル・フォルダ...       ルールを標準の体裁に整える（--check は確認だけ、--language ja|en は翻訳）
      pdca form     ルールブック [データ...] --year R6 --output ファイル   区が記入するブックを作る（--area 北区。省略時は全区をフォルダに）
      pdca page     ルールブック [データ...] --year R6 --output ファイル   区が自己点検する、オフラインで動く1枚のページを作る（--area 北区）

    ルールブックは .pdca のファイルか rulebook.pdca のあるフォルダ、データは .csv・.xlsx のファイルかフォルダ、または -（標準入力）です。

      --year 2023|R5|令和5年度   判定する年度（省略時はデータの最新年度）
      --areas ファイル           区の一覧（省略時はルールブックと同じ場所の areas.csv）
      --area, --target          対象の区と目標
      --set 名前=値              判定する年度だけ設定値を替える
      --format text|markdown|json|csv|html|xlsx|junit|sarif|github   （html はフォルダに書く。check では1枚）
      --output ファイル|フォルダ   結果をファイルに書く
      --only missed,not_reported · --columns target,area,year · --totals ファイル   （--format csv で。--year 2014..2023 や all も可）
      --cores 数                使うコアの数（省略時はすべて）
      --language ja|en          報告とメッセージの言語
      --color auto|always|never · --quiet · --help · --version

    終了コード：0 すべて達成 · 1 未達成・未報告あり · 2 使い方の誤り · 3 ルールブックの誤り・読めない入力 · 70 プログラムの不具合

    """
}
