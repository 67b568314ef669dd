import Disclosure

/// A department's name, as it may be printed: in full, without its place, abbreviated.
struct DepartmentName {
  let name: String
  /// Without 本级 and what stands in brackets.
  let core: String

  init(_ name: String) {
    self.name = name
    var core = Wording.normalised(name)
    if let open = core.firstIndex(of: "("), open > core.startIndex { core = String(core[..<open]) }
    for ending in ["本级", "机关"] where core.ends(with: ending) && core.count > ending.count + 2 {
      core.removeLast(ending.count)
    }
    self.core = core
  }

  /// Whether another name may stand for the same department or a part of it: one holds the other, or shortens it.
  func mayBe(_ other: DepartmentName) -> Bool {
    core.holds(other.core) || other.core.holds(core) || ItemName.isAbbreviation(core, other.core)
  }

  // MARK: Near misses

  /// Shorter names differ from those of other departments in a character.
  private static let shortest = 5
  private static let places = Set("省市区县州旗盟镇乡".unicodeScalars)

  /// Names in a text that differ from this one in one character behind its place, and are no other department's.
  func nearMisses(in text: String) -> [String] { neighbours(in: text).filter { !$0.isKnown }.map(\.name) }

  /// Names in a text that a slip in this one's own would explain: it is of no known kind, and they are.
  func corrections(in text: String) -> [String] {
    guard let place = end(ofPlaceIn: Array(core.unicodeScalars)),
      !DepartmentName.isKnown(Array(core.unicodeScalars)[(place + 1)...])
    else { return [] }
    return neighbours(in: text).filter(\.isKnown).map(\.name)
  }

  /// Names in a text that differ from this one in one character behind its place.
  private func neighbours(in text: String) -> [(name: String, isKnown: Bool)] {
    let own = Array(core.unicodeScalars)
    guard let place = end(ofPlaceIn: own) else { return [] }
    let head = own[...place]
    let scalars = Array(text.unicodeScalars)
    var found: [(String, Bool)] = []
    var index = 0
    while index + own.count <= scalars.count {
      defer { index += 1 }
      guard scalars[index..<index + head.count].elementsEqual(head) else { continue }
      let window = scalars[index..<index + own.count]
      let differing = zip(window, own).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
      guard differing.count == 1, differing[0] < own.count - 1, window.allSatisfy(\.properties.isIdeographic) else {
        continue
      }
      found.append((DepartmentName.string(window), DepartmentName.isKnown(window.dropFirst(head.count))))
    }
    return found
  }

  /// Where the place that a name begins with ends. Without one it could be any department's: nil.
  private func end(ofPlaceIn name: [Unicode.Scalar]) -> Int? {
    guard name.count >= DepartmentName.shortest,
      let place = name.dropLast(2).lastIndex(where: DepartmentName.places.contains), place > 0, name.count - place > 2
    else { return nil }
    return place
  }

  /// Whether what stands behind the place, but for its last character, is a department's charge.
  private static func isKnown(_ behind: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    known.contains(string(behind.dropLast()))
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
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
