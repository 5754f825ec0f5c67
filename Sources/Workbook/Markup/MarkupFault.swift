import Diagnostics

/// Which part of which file is being read, for diagnostics.
struct PartPlace: Sendable {
  let file: String
  let part: String
}

/// What can be wrong with the markup of a part, and how it is said.
enum MarkupFault {
  case encoding(String)
  case notText
  case forbiddenCharacter
  case documentType
  case unknownReference
  case tooDeep(Int)
  case tooManyAttributes
  case tooManyItems(Int)
  case attributeTwice
  case undeclaredPrefix
  case mismatchedEnd
  case incomplete
  case malformed
  case otherRoot

  func refusal(_ place: PartPlace, at position: Int) -> Refusal {
    let part = place.part
    let location = Location.file(place.file)
    switch self {
    case .documentType, .unknownReference, .tooDeep, .tooManyAttributes, .tooManyItems:
      return Refusal(
        .refusedMarkup, at: location,
        Wording(
          "the part 「\(part)」 \(telling.english) (byte \(position))", "部品「\(part)」\(telling.japanese)（\(position) バイト目）"),
        reason: Wording(
          "No spreadsheet program writes this, and it is a known way to make a reader of such files fail.",
          "表計算ソフトがこのように書くことはなく、読み込む側を誤動作させる手口として知られています。"),
        mend: Wording(
          "open the workbook in a spreadsheet program and save it under a new name",
          "表計算ソフトで開き、別の名前で保存し直してください"))
    default:
      return Refusal(
        .damagedPart, at: location,
        Wording(
          "the part 「\(part)」 \(telling.english) (byte \(position))", "部品「\(part)」\(telling.japanese)（\(position) バイト目）"),
        reason: Wording(
          "The program that wrote the workbook did not keep to the file format, so its cells cannot be told with certainty.",
          "ブックを書き出したソフトがファイル形式に従っていないため、セルの内容を確実には読み取れません。"),
        mend: Wording("open the workbook in a spreadsheet program and save it again", "表計算ソフトで開き、保存し直してください"))
    }
  }

  private var telling: Wording {
    switch self {
    case .encoding(let name):
      Wording("is written in 「\(name)」, not in UTF-8 or UTF-16", "の文字コードが「\(name)」です（UTF-8 か UTF-16 のみ読めます）")
    case .notText: Wording("holds bytes that are no characters", "に文字として読めないバイトがあります")
    case .forbiddenCharacter: Wording("holds a control character", "に制御文字があります")
    case .documentType: Wording("declares a document type", "に文書型宣言（DOCTYPE）があります")
    case .unknownReference: Wording("uses an entity that is not one of the five of XML", "に XML の 5 つ以外の実体参照があります")
    case .tooDeep(let limit): Wording("nests more than \(limit) elements", "の要素の入れ子が \(limit) 段を超えています")
    case .tooManyAttributes: Wording("has an element with too many attributes", "に属性の多すぎる要素があります")
    case .tooManyItems(let limit): Wording("lists more than \(limit) things", "に \(limit) 個を超える項目があります")
    case .attributeTwice: Wording("gives an attribute twice", "に同じ属性が 2 つある要素があります")
    case .undeclaredPrefix: Wording("uses a prefix that it does not declare", "に宣言のない接頭辞があります")
    case .mismatchedEnd: Wording("closes another element than it opened", "の開始タグと終了タグが対応していません")
    case .incomplete: Wording("ends in the middle", "が途中で終わっています")
    case .malformed: Wording("is not well-formed XML", "が XML の書き方に従っていません")
    case .otherRoot: Wording("is not the kind of part that it is said to be", "が、示された種類の部品ではありません")
    }
  }
}
