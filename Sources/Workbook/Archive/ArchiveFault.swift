import Diagnostics

/// What can be wrong with an archive, and how it is said.
enum ArchiveFault {
  case fileTooLarge(Int)
  case tooManyEntries(Int)
  case entryTooLarge(String, Int)
  case tooLargeInAll(Int)
  case noEnd
  case severalDisks
  case directoryElsewhere
  case noHeader(String)
  case contradiction(String?)
  case overlap(String)
  case unsafeName(String, EntryName.Fault)
  case sameNameTwice(String)
  case encryptedEntry(String)
  case unknownMethod(String, UInt16)
  case notInflated(String)
  case otherSize(String)
  case otherChecksum(String)

  func refusal(_ file: String) -> Refusal {
    let location = Location.file(file)
    switch self {
    case .fileTooLarge, .tooManyEntries, .entryTooLarge, .tooLargeInAll:
      return Refusal(
        .workbookTooLarge, at: location, message,
        reason: Wording(
          "A small file can unpack to something enormous, so there is a limit to what is taken in.",
          "小さなファイルが展開すると巨大になることがあるため、受け付ける大きさに上限があります。"),
        mend: Wording(
          "remove pictures and sheets that are not needed, or hand in the figures as CSV",
          "不要な画像やシートを除くか、数値を CSV で提出してください"))
    case .unsafeName, .sameNameTwice, .encryptedEntry, .overlap:
      return Refusal(
        .unsafeArchive, at: location, message,
        reason: Wording(
          "No spreadsheet program writes such an archive; it may have been made to show different programs different contents.",
          "表計算ソフトがこのようなファイルを作ることはなく、ソフトごとに違う内容を見せる細工の可能性があります。"),
        mend: Wording(
          "open the workbook in a spreadsheet program and save it under a new name",
          "表計算ソフトで開き、別の名前で保存し直してください"))
    default:
      return Refusal(
        .damagedArchive, at: location, message,
        reason: Wording(
          "The file was probably cut short or changed on its way, by mail or by a storage medium.",
          "メールや記録媒体で受け渡す途中で、ファイルの一部が失われたか変わった可能性があります。"),
        mend: Wording("ask for the file again, or save it again", "もう一度受け取るか、保存し直してください"))
    }
  }

  private var message: Wording {
    switch self {
    case .fileTooLarge(let limit):
      Wording("the file has more than \(limit) bytes", "ファイルが \(limit) バイトを超えています")
    case .tooManyEntries(let limit):
      Wording("the workbook has more than \(limit) parts", "ブックを構成する部品が \(limit) 個を超えています")
    case .entryTooLarge(let name, let limit):
      Wording("the part 「\(name)」 unpacks to more than \(limit) bytes", "部品「\(name)」を展開すると \(limit) バイトを超えます")
    case .tooLargeInAll(let limit):
      Wording("the workbook unpacks to more than \(limit) bytes", "ブックを展開すると \(limit) バイトを超えます")
    case .noEnd:
      Wording("the file ends before its directory", "ファイルの末尾（目次）がありません")
    case .severalDisks:
      Wording("the archive is one piece of several", "複数に分割された圧縮ファイルの一部です")
    case .directoryElsewhere:
      Wording("the directory of the archive cannot be read", "圧縮ファイルの目次を読めません")
    case .noHeader(let name):
      Wording("the part 「\(name)」 is not where the directory says", "部品「\(name)」が目次の示す位置にありません")
    case .contradiction(let name):
      if let name {
        Wording("the directory and the part 「\(name)」 contradict each other", "部品「\(name)」の見出しと目次が食い違っています")
      } else {
        Wording("the archive has two directories that contradict each other", "圧縮ファイルの 2 つの目次が食い違っています")
      }
    case .overlap(let name):
      Wording("the part 「\(name)」 reaches into another part", "部品「\(name)」がほかの部品と重なっています")
    case .unsafeName(let name, let fault): Self.message(of: fault, name)
    case .sameNameTwice(let name):
      Wording("the part 「\(name)」 is there twice", "部品「\(name)」が 2 つあります")
    case .encryptedEntry(let name):
      Wording("the part 「\(name)」 is encrypted", "部品「\(name)」が暗号化されています")
    case .unknownMethod(let name, let method):
      Wording(
        "the part 「\(name)」 is compressed in an unknown way (\(Int(method)))",
        "部品「\(name)」の圧縮方式（\(Int(method))）に対応していません")
    case .notInflated(let name):
      Wording("the part 「\(name)」 cannot be unpacked", "部品「\(name)」を展開できません")
    case .otherSize(let name):
      Wording("the part 「\(name)」 has another size than the directory says", "部品「\(name)」の大きさが目次と異なります")
    case .otherChecksum(let name):
      Wording("the part 「\(name)」 has another checksum than the directory says", "部品「\(name)」の検査値が目次と異なります")
    }
  }

  private static func message(of fault: EntryName.Fault, _ name: String) -> Wording {
    switch fault {
    case .empty: Wording("a part has no name", "名前のない部品があります")
    case .absolute: Wording("the part 「\(name)」 has an absolute path", "部品「\(name)」の名前が絶対パスです")
    case .climbing: Wording("the part 「\(name)」 climbs out of the archive", "部品「\(name)」の名前が圧縮ファイルの外を指しています")
    case .backslash: Wording("the part 「\(name)」 has a backslash in its name", "部品「\(name)」の名前に「\\」があります")
    case .control: Wording("the part 「\(name)」 has a control character in its name", "部品「\(name)」の名前に制御文字があります")
    }
  }
}
