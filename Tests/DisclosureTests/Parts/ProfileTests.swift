import PageContent
import Testing

@testable import Disclosure

extension StaffCount {
  fileprivate var summary: String {
    "\(status)\(kind.map { " \($0)" } ?? "") \(label) \(count.text)\(whole.map { " of \($0)" } ?? "")"
  }
}

@Suite("The first part of a report") struct ProfileTests {
  @Test func functionsAreNumberedItemsOverLines() throws {
    let document = try report(
      """
      # 某区水务局2023年度部门决算

      ## 一、主要职能

      某区水务局是主管全区水务工作的政府部门，主要职责是：

      1. 贯彻水务工作的法律法规，拟订全区水务规划并组织实施，统筹城乡供水、排水与河道治理工

      作。

      2. 负责防汛抗旱。（1）组织巡查；（2）调度物资。

      3. 完成区委、区政府交办的其他任务。4. 承担机关日常工作。

      ## 二、部门决算单位构成

      从决算单位构成来看，纳入本部门决算编制范围的单位包括：某区水务局本级、某区排水管理所和某区文化和水情教育中心。

      ## 三、部门人员构成

      某区水务局总编制人数40人，其中：行政编制25人，事业编制15人；在职实有人数38人，其中：行政24人、事业14人。单位管理的离退休人员12人，其中离休1人，退休11人。
      """)
    let profile = document.profile
    #expect(profile.functions.map(\.number) == ["1.", "2.", "3.", "4."])
    #expect(profile.functions[0].text.hasSuffix("河道治理工作。"))
    #expect(profile.functions[1].text == "负责防汛抗旱。（1）组织巡查；（2）调度物资。")
    #expect(profile.functions[3].text == "承担机关日常工作。")
    #expect(profile.units.map(\.text) == ["某区水务局本级", "某区排水管理所和某区文化和水情教育中心"])
    #expect(
      profile.personnel.map(\.summary) == [
        "authorised 某区水务局总编制人数 40", "authorised administrative 行政编制 25 of 0",
        "authorised publicInstitution 事业编制 15 of 0", "present 在职实有人数 38", "present administrative 行政 24 of 3",
        "present publicInstitution 事业 14 of 3", "retired 单位管理的离退休人员 12", "retired 离休 1 of 6", "retired 退休 11 of 6",
      ])
    #expect(profile.personnel[0].count.location.line == 21)
  }

  @Test func functionsWithoutNumbers() throws {
    let plain = try report("# 某局2023年度部门决算\n\n## 一、主要职责\n\n某局负责全市信访工作，办理群众来信来访。\n\n## 二、机构设置\n\n无。")
    #expect(plain.profile.functions.map(\.text) == ["某局负责全市信访工作，办理群众来信来访。"])
    let secret = try report("# 某局2023年度部门决算\n\n## 一、主要职责\n\n此项为涉密内容，按规定不予公开。\n\n## 二、机构设置\n\n无。")
    #expect(secret.profile.functions.isEmpty)
  }

  @Test(arguments: [
    ("某局下属2个预算单位，分别是：某局本级，属行政单位；某中心，属事业单位。", ["某局本级", "某中心"]),
    ("某局部门决算包括：某局本级决算（行政单位）和某服务中心（事业单位）决算。", ["某局本级决算（行政单位）", "某服务中心（事业单位）"]),
    ("某局部门决算包括：1.某局 2.某事务中心。", ["某局", "某事务中心"]),
    // Offices are no units, and words for all units no names.
    ("某局内设机构5个，分别是：办公室、财务科。", []),
    ("某局部门决算包括：某局本级决算、下属事业单位决算。", []),
  ])
  func unitsInASentence(_ sentence: String, _ names: [String]) throws {
    let document = try report("# 某局2023年度部门决算\n\n## 一、单位构成\n\n\(sentence)\n\n## 二、人员情况\n\n无。")
    #expect(document.profile.units.map(\.text) == names)
  }

  @Test func unitsInATable() throws {
    let document = try report(
      """
      # 某局2023年度部门决算

      ## 一、部门决算单位构成

      纳入编制范围的单位如下：

      | 序号 | 单位名称 | 备注 |
      |---|---|---|
      | 1 | 某局（本级） | |
      | 2 | 某服务中心 | 新增 |

      ## 二、人员情况

      无。
      """)
    #expect(document.profile.units.map(\.text) == ["某局（本级）", "某服务中心"])
    #expect(document.profile.units.map(\.number) == ["1", "2"])
    #expect(document.unrecognisedTables.isEmpty && document.otherTables.map(\.form) == ["departmentUnits"])
  }

  @Test(arguments: [
    // 实有 of all may hold the retired; people are no part of posts.
    ("实有人员72人，其中：在职人员46人，离退休人员26人。", ["present 实有人员 72", "present 在职人员 46 of 0", "retired 离退休人员 26 of 0"]),
    ("编制21名，其中事业编制21名，在职19人。", ["authorised 编制 21", "authorised publicInstitution 事业编制 21 of 0", "present 在职 19"]),
    ("本单位共有参公编制8人、工勤编制2人，学生300人。", ["authorised civilServiceManaged 本单位共有参公编制 8", "authorised workers 工勤编制 2"]),
    ("内设机构5个，办理信访件300件，接待群众200人。", []),
  ])
  func staff(_ sentence: String, _ counts: [String]) throws {
    let document = try report("# 某局2023年度部门决算\n\n## 一、人员情况\n\n\(sentence)\n\n## 二、其他\n\n无。")
    #expect(document.profile.personnel.map(\.summary) == counts)
  }
}

@Suite("Numbers of items") struct ItemMarkTests {
  @Test(arguments: [
    ("一、主要职能", "一", ItemMark.Style.chinese, 1), ("（十二）其他", "（十二）", .bracketedChinese, 12),
    ("3. 负责", "3.", .digits, 3), ("4．2026年收入", "4．", .digits, 4), ("5.2026年收入", "5.", .digits, 5),
    ("(6)某", "(6)", .bracketedDigits, 6), ("第二十一条 某", "第二十一条", .article, 21), ("第三部分名词解释", "第三部分", .part, 3),
    ("⑦某", "⑦", .circled, 7),
  ])
  func areRead(_ text: String, _ printed: String, _ style: ItemMark.Style, _ value: Int) {
    let mark = ItemMark(text)
    #expect(mark?.text == printed && mark?.style == style && mark?.value == value)
  }

  @Test(arguments: ["3.5万元", "2024年度", "第一名", "一般公共预算", "（类）", ""])
  func areNone(_ text: String) {
    #expect(ItemMark(text) == nil)
  }
}
