import Diagnostics

extension FileKind {
  private static let saveAsWorkbook = Wording(
    "open it in a spreadsheet program and save it as an Excel workbook (.xlsx)",
    "表計算ソフトで開き、「Excel ブック (*.xlsx)」として保存してください")

  /// Why a file of this kind is not read as a workbook; nothing for an archive, which may be one.
  func refusal(_ file: String) -> Refusal? {
    let location = Location.file(file)
    switch self {
    case .archive: return nil
    case .passwordProtected:
      return Refusal(
        .passwordProtected, at: location,
        Wording("the workbook is protected by a password", "ブックがパスワードで保護されています"),
        reason: Wording(
          "Its contents are encrypted, and no password is asked for here.", "内容が暗号化されており、ここではパスワードを入力できません。"),
        mend: Wording(
          "open it with the password, remove the password and save it again",
          "パスワードを入力して開き、パスワードを解除して保存し直してください"))
    case .oldWorkbook:
      return Refusal(
        .oldWorkbook, at: location,
        Wording("this is a workbook of the format before 2007 (.xls)", "2007 より前の形式（.xls）のブックです"),
        reason: Wording("Only .xlsx and .xlsm are read.", "読み込めるのは .xlsx と .xlsm だけです。"), mend: Self.saveAsWorkbook)
    case .markupWorkbook:
      return Refusal(
        .oldWorkbook, at: location,
        Wording("this is a workbook in the XML format of 2003", "2003 年の XML 形式のブックです"),
        reason: Wording("Only .xlsx and .xlsm are read.", "読み込めるのは .xlsx と .xlsm だけです。"), mend: Self.saveAsWorkbook)
    default:
      return Refusal(
        .notAWorkbook, at: location, otherMessage,
        reason: Wording(
          "A file becomes a workbook by being saved as one, not by its name.", "名前を .xlsx に変えただけでは、ブックになりません。"),
        mend: otherMend)
    }
  }

  private var otherMessage: Wording {
    switch self {
    case .empty: Wording("the file is empty", "ファイルが空です")
    case .webPage: Wording("this is a web page (HTML), not a workbook", "ブックではなく、ウェブページ（HTML）です")
    case .delimitedText: Wording("this is text with separators (CSV), not a workbook", "ブックではなく、区切り文字付きのテキスト（CSV）です")
    case .pdf: Wording("this is a PDF document, not a workbook", "ブックではなく、PDF 文書です")
    case .oldDocument:
      Wording("this is another office document, not a workbook", "ブックではなく、ほかのソフトの文書です")
    default: Wording("this is not a workbook", "ブックではありません")
    }
  }

  private var otherMend: Wording {
    switch self {
    case .empty: Wording("ask for the file again, or save it again", "もう一度受け取るか、保存し直してください")
    case .delimitedText:
      Wording("give the file a name that ends in .csv, and it is read as CSV", "ファイル名の末尾を .csv にすると、CSV として読み込みます")
    default: Self.saveAsWorkbook
    }
  }
}

/// Archives that are something else than a workbook of cells in XML.
enum ArchiveKind {
  /// What an archive without the parts of a workbook is, told by entries that only such files have.
  static func refusal(_ archive: Archive) -> Refusal {
    if isBinary(archive) { return other(archive, Wording("a binary workbook (.xlsb)", "バイナリ ブック（.xlsb）")) }
    if archive.entry(named: "content.xml") != nil, archive.entry(named: "META-INF/manifest.xml") != nil {
      return other(archive, Wording("an OpenDocument file (.ods)", "OpenDocument 形式のファイル（.ods）"))
    }
    if archive.entry(named: "word/document.xml") != nil {
      return other(archive, Wording("a text document (.docx)", "文書ファイル（.docx）"))
    }
    if archive.entry(named: "ppt/presentation.xml") != nil {
      return other(archive, Wording("a presentation (.pptx)", "プレゼンテーション（.pptx）"))
    }
    if archive.entry(named: "Index/Document.iwa") != nil {
      return other(archive, Wording("a Numbers document (.numbers)", "Numbers の書類（.numbers）"))
    }
    return other(archive, Wording("another archive (.zip)", "ほかの圧縮ファイル（.zip）"))
  }

  private static func isBinary(_ archive: Archive) -> Bool {
    archive.entry(named: "xl/workbook.bin") != nil
  }

  static func other(_ archive: Archive, _ kind: Wording) -> Refusal {
    Refusal(
      .otherFormat, at: .file(archive.file),
      Wording("this is \(kind.english), which is not read", "\(kind.japanese)は読み込めません"),
      reason: Wording("Only .xlsx and .xlsm are read.", "読み込めるのは .xlsx と .xlsm だけです。"),
      mend: Wording(
        "open it in a spreadsheet program and save it as an Excel workbook (.xlsx)",
        "表計算ソフトで開き、「Excel ブック (*.xlsx)」として保存してください"))
  }
}
