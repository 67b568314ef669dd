import Disclosure
import PageContent

/// Names that differ from a department's in one character behind its place.
struct DepartmentNeighbours {
  private let own: [Unicode.Scalar]
  private let place: Phrase
  private let lengthOfPlace: Int
  /// Whether what the department is in charge of is known.
  private let isKnown: Bool

  /// Shorter names differ from those of other departments in a character.
  private static let shortest = 5

  /// nil for a name without a place: it could be any department's.
  init?(of department: DepartmentName) {
    own = Array(department.core.unicodeScalars)
    guard own.count >= DepartmentNeighbours.shortest,
      let end = own.dropLast(2).lastIndex(where: DepartmentNeighbours.endsPlace), end > 0, own.count - end > 2
    else { return nil }
    place = Phrase(DepartmentNeighbours.string(own[...end]))
    lengthOfPlace = end + 1
    isKnown = DepartmentNeighbours.isKnown(own[(end + 1)...])
  }

  /// Names in a text that are no other department's.
  func nearMisses(in text: ReportText) -> [String] { all(in: text).filter { !$0.isKnown }.map(\.name) }

  /// Names in a text that a slip in the department's own would explain: it is of no known kind, and they are.
  func corrections(in text: ReportText) -> [String] {
    isKnown ? [] : all(in: text).filter(\.isKnown).map(\.name)
  }

  private func all(in text: ReportText) -> [(name: String, isKnown: Bool)] {
    guard text.holds(place) else { return [] }
    let scalars = Array(text.words.unicodeScalars)
    var found: [(String, Bool)] = []
    for index in scalars.indices.dropLast(own.count - 1) {
      let window = scalars[index..<index + own.count]
      guard window.starts(with: own[..<lengthOfPlace]), let differing = only(differingIn: window),
        differing < own.count - 1, window.allSatisfy(\.properties.isIdeographic)
      else { continue }
      let charge = window.dropFirst(lengthOfPlace)
      found.append((DepartmentNeighbours.string(window), DepartmentNeighbours.isKnown(charge)))
    }
    return found
  }

  /// Where another name of this length differs, if it does in one character.
  private func only(differingIn name: ArraySlice<Unicode.Scalar>) -> Int? {
    var differing: Int?
    for offset in own.indices where name[name.startIndex + offset] != own[offset] {
      if differing != nil { return nil }
      differing = offset
    }
    return differing
  }

  private static func endsPlace(_ scalar: Unicode.Scalar) -> Bool { "省市区县州旗盟镇乡".unicodeScalars.contains(scalar) }

  /// Whether what stands behind the place, but for its last character, is a department's charge.
  private static func isKnown(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
    known.contains(string(behind.dropLast()))
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// What departments are in charge of: a name made of these is another department's.
  private static let known: Set<String> = Set(
    """
    财政 民政 教育 公安 司法 水务 税务 水利 林业 农业 商务 政务 事务 民族 宗教 统计 审计 信访 体育 文化 文物 旅游 卫生 卫健 医保 环保 生态 \
    气象 档案 交通 运输 建设 住建 规划 城管 城建 房管 房产 国土 资源 自然资源 应急 消防 安监 质监 工商 市监 药监 粮食 粮储 物价 物资 科技 科学 \
    科协 知识产权 人社 人事 人防 国资 金融 经信 工信 经济 经贸 外事 侨务 港澳 台湾 邮政 电力 海洋 渔业 畜牧 农机 地震 测绘 矿产 园林 绿化 \
    市政 公路 港口 民航 铁路 监察 监狱 戒毒 保密 机要 密码 党史 史志 地方志 编办 老干部 老龄 残联 妇联 工会 文联 社科 侨联 工商联 红十字 \
    供销 招商 投资 投促 大数据 数据 信息 网信 广电 新闻 出版 版权 电影 宣传 组织 统战 政法 退役军人 乡村振兴 扶贫 移民 口岸 海关 机关事务 \
    行政审批 政务服务 市场监督管理 市场监管 综合执法 发展改革 发展和改革 农业农村 农牧 农林 林草 水产 生态环境 卫生健康 医疗保障 人力资源
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
