/// Pages of the codes 05xx: files, commands and the rulebook as a whole.
extension CodePage {
  static var includeMissing: CodePage {
    CodePage(
      Wording("an included file cannot be read", "別紙のファイルを読めません"),
      meaning: Wording(
        "The path of an include starts at the folder of the file that includes it.", "「別紙」の名前は、それを書いたファイルのフォルダから数えます。"),
      wrong: "別紙 \"ない.pdca\"", right: "別紙 \"targets-r5.pdca\"")
  }

  static var includeOutside: CodePage {
    CodePage(
      Wording("an included file lies outside the rulebook's folder", "別紙がルールブックのフォルダの外にあります"),
      meaning: Wording(
        "A rulebook is one folder, so that it can be handed on as a whole.", "ルールブックは一つのフォルダにまとめ、そのまま渡せるようにします。"),
      wrong: "別紙 \"../other/targets.pdca\"", right: "別紙 \"targets.pdca\"")
  }

  static var includeCircle: CodePage {
    CodePage(
      Wording("files include each other in a circle", "別紙が互いを取り込み合っています"),
      meaning: Wording("A file cannot be a part of itself.", "ファイルが自分自身の別紙になることはできません。"),
      wrong: "（a.pdca）別紙 \"b.pdca\"　（b.pdca）別紙 \"a.pdca\"", right: "（rulebook.pdca）別紙 \"a.pdca\"　別紙 \"b.pdca\"")
  }

  static var includeTwice: CodePage {
    CodePage(
      Wording("a file is included twice", "同じ別紙が二度取り込まれています"),
      meaning: Wording("The second include is passed over.", "二度目の「別紙」は読み飛ばします。"),
      wrong: "別紙 \"a.pdca\"\n別紙 \"a.pdca\"", right: "別紙 \"a.pdca\"")
  }

  static var fileMissing: CodePage {
    CodePage(
      Wording("a file cannot be read", "ファイルを読めません"),
      meaning: Wording(
        "A rulebook is a .pdca file, or a folder that holds rulebook.pdca; data are .csv or .xlsx files, or folders that hold them. The path may be misspelt, or the file may not be yours to read.",
        "ルールブックは .pdca のファイルか、rulebook.pdca のあるフォルダです。データは .csv や .xlsx のファイルか、それらを入れたフォルダです。パスの書き違いや、読み取りの権限を確かめてください。"),
      wrong: "pdca lint Rules/osaka", right: "pdca lint Rules/osaka-home-care")
  }

  static var areasMissing: CodePage {
    CodePage(
      Wording("there is no areas file", "区の一覧がありません"),
      meaning: Wording(
        "The areas file says which areas there are, so that one that has sent nothing is not reported, never absent. It stands as areas.csv beside the rulebook.",
        "区の一覧は、どの区があるかを定めます。何も提出していない区は「未報告」とし、ないものとはしません。ルールブックと同じ場所に areas.csv として置きます。"),
      wrong: "（areas.csv のないフォルダ）",
      right: "code,name,kana,romaji,level,parent\n271004,大阪市,おおさかし,Osaka,city,\n271276,北区,きたく,Kita,ward,271004")
  }

  static var noData: CodePage {
    CodePage(
      Wording("no data has been named", "データが指定されていません"),
      meaning: Wording("Name the files that areas sent, or folders that hold them.", "各区から届いたファイルか、それを入れたフォルダを指定します。"),
      wrong: "pdca check Rules/osaka-home-care", right: "pdca check Rules/osaka-home-care 北区.csv")
  }

  static var unknownChoice: CodePage {
    CodePage(
      Wording("an option names something that there is not", "指定された名前や値がありません"),
      meaning: Wording(
        "--year, --area, --target and --set speak of years, areas, targets and parameters of this rulebook and this data.",
        "--year・--area・--target・--set には、このルールブックとデータにある年度・区・目標・設定値を指定します。"),
      wrong: "--set 最低開催=3回", right: "--set 最低開催回数=3回")
  }

  static var noPageEngine: CodePage {
    CodePage(
      Wording("this build holds no engine for pages", "ページ用の判定部分が入っていません"),
      meaning: Wording(
        "The engine is compiled for the browser with the program. The toolchain of this build could not do that.",
        "ページに入れる判定部分は、プログラムと一緒にコンパイルします。このビルドでは、それができませんでした。ほかのコマンドは使えます。"),
      wrong: "a toolchain without Embedded Swift for wasm32", right: "a toolchain from swift.org, 6.3 or later")
  }
}
