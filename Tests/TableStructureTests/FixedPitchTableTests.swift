import PageContent
import Testing

@testable import TableStructure

@Suite("Tables set in a fixed pitch")
struct FixedPitchTableTests {
  @Test("heads over several columns are told by their middle, 合计 over the labels too")
  func heads() throws {
    let table = try #require(
      tables(
        """
                 项目               合计          本年支出
        科目编码     科目名称                基本支出   项目支出
        类    款
                 栏次                1          2          3
                 合计             1,310.40   1,010.40     300.00
        207        文化旅游       1,310.40   1,010.40     300.00
        207   01   图书馆服务队     310.40     310.40
        """
      ).first)
    #expect(
      table.dump == """
        项目 | > | > | 合计 | 本年支出 | >
        科目编码 | > | 科目名称 | ^ | 基本支出 | 项目支出
        类 | 款 | ^ | ^ | ^ | ^
        栏次 | > | > | 1 | 2 | 3
        合计 | > | > | 1,310.40 | 1,010.40 | 300.00
        207 |  | 文化旅游 | 1,310.40 | 1,010.40 | 300.00
        207 | 01 | 图书馆服务队 | 310.40 | 310.40 | 
        """)
  }

  @Test("a head spans the heads of the lower row, not those printed between the rows, which reach over both")
  func tallHeads() throws {
    let table = try #require(
      tables(
        """
                                  支出预算表
        单位：万元

                                                                             基本支出
                科目编码              科目名称      合       计                                                      项目支出
                                                               小计            人员经费           公用经费

                   **               **          1              2              3              4              5
                        合计                      52244.36       27428.84       24287.33           3141.51    24815.52
        201             一般公共服务支出                        0.64                                                     0.64
         20139           社会工作事务                         0.64                                                     0.64
        203             国防支出                          16.50                                                      16.50
        205             教育支出                        3797.62        3491.22        2577.24         913.98        306.40
         20503           职业教育                       3707.62        3491.22        2577.24         913.98        216.40
        """
      ).first)
    #expect(
      table.dump.hasPrefix(
        """
        科目编码 | 科目名称 | 合计 | 基本支出 | > | > | 项目支出
        ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^
        """))
  }

  @Test("heads beside all of their figures, the next ones' as near: unsure")
  func besideFigures() {
    let heads = """
                                     经费预算表
      单位：万元

                                                            公务用车购置及运行费                     机关运行经费
           合计           因公出国费      公务接待费                                                         数
                                                   小计           购置费           运行费

      """
    #expect(
      tables(heads + "        81.60         10.00           1.00        70.60         61.00         9.60\n")
        .isEmpty)
  }

  @Test("decimals that a narrow cell breaks from their figure")
  func decimals() throws {
    let table = try #require(
      tables(
        """
        收支总表
        单位：万元

             项目           预算数         项目           预算数
             合计           14,770
                               .62       合计            14,770
                                                           .62
        一、财政拨款          12,672     一、教育支出          14,000
                               .01
        二、其他收入         2,098.61     二、卫生支出          770.62
        """
      ).first)
    #expect(table.cells.map(\.text).filter { $0.contains(".62") } == ["14,770 .62", "14,770 .62", "770.62"])
    #expect(!table.cells.contains { $0.text.hasPrefix(".") })
  }

  @Test("one row of figures under its title, some columns blank")
  func oneRow() throws {
    let table = try #require(
      tables(
        """
                      “三公”经费决算表
                        预算数                                    决算数
        合计         “三公”用车          接待费   合计         “三公”用车          接待费
               小计   购置费   运行费                    小计   购置费   运行费
        9.30   8.10               8.10     1.20   7.10   6.00               6.00     1.10
        """
      ).first)
    #expect(
      table.dump == """
        预算数 | > | > | > | > | 决算数 | > | > | > | >
        合计 | “三公”用车 | > | > | 接待费 | 合计 | “三公”用车 | > | > | 接待费
        ^ | 小计 | 购置费 | 运行费 | ^ | ^ | 小计 | 购置费 | 运行费 | ^
        9.30 | 8.10 |  | 8.10 | 1.20 | 7.10 | 6.00 |  | 6.00 | 1.10
        """)
  }

  @Test("an empty table under its title")
  func empty() throws {
    let table = try #require(
      tables(
        """
        单位：万元
        科目编码   科目名称   合计   基本支出
               栏次            1        2
               合计
        """
      ).first)
    #expect(
      table.dump == """
        科目编码 | 科目名称 | 合计 | 基本支出
        栏次 | > | 1 | 2
        合计 | > |  | 
        """)
  }

  @Test("a total's label in the middle of the blank columns before its figure")
  func blocksOfTotals() throws {
    let table = try #require(
      tables(
        """
        编码        名称        金额    编码       名称      金额    编码       名称      金额
        301     工资福利支出    60.00   302     商品和服务    9.00   310     资本性支出    1.00
        30101   基本工资        60.00   30201   办公费        9.00   31002   设备购置      1.00
            人员经费合计        60.00                    公用经费合计                     10.00
        """
      ).first)
    #expect(
      table.dump == """
        编码 | 名称 | 金额 | 编码 | 名称 | 金额 | 编码 | 名称 | 金额
        301 | 工资福利支出 | 60.00 | 302 | 商品和服务 | 9.00 | 310 | 资本性支出 | 1.00
        30101 | 基本工资 | 60.00 | 30201 | 办公费 | 9.00 | 31002 | 设备购置 | 1.00
        人员经费合计 | > | 60.00 | 公用经费合计 | > | > | > | > | 10.00
        """)
  }

  @Test("类, 款 and 项 over codes in one are no columns")
  func joinedCodes() throws {
    let table = try #require(
      tables(
        """
        功能分类科目编码    科目名称    决算数
        类   款     项
        207                文化支出      50.00
        20701              文化和旅游    50.00
        2070104            图书馆        50.00
        """
      ).first)
    #expect(
      table.dump == """
        功能分类科目编码 | 科目名称 | 决算数
        207 | 文化支出 | 50.00
        20701 | 文化和旅游 | 50.00
        2070104 | 图书馆 | 50.00
        """)
  }

  @Test("quotation marks as wide as Chinese characters or half as wide")
  func quotationMarks() throws {
    let table = try #require(
      tables(
        """
        单位：万元
        “三公”经费总额   接待费
                  8.82     1.37
        """
      ).first)
    #expect(
      table.dump == """
        “三公”经费总额 | 接待费
        8.82 | 1.37
        """)
  }

  @Test("asterisks number no column of labels, and are no markup")
  func asterisks() throws {
    let table = try #require(
      tables(
        """
              项目         决算数      项目      决算数
               **            1          **         2
        一、财政拨款收入    50.00   一、教育      40.00
        二、其他收入         5.00   二、住房      15.00
        """
      ).first)
    #expect(
      table.dump == """
        项目 | 决算数 | 项目 | 决算数
        ** | 1 | ** | 2
        一、财政拨款收入 | 50.00 | 一、教育 | 40.00
        二、其他收入 | 5.00 | 二、住房 | 15.00
        """)
  }

  @Test("one blank parts heads over a column of figures each, and a figure from the code beside it")
  func singleBlanks() throws {
    let table = try #require(
      tables(
        """
         名称    本年收入合计 财政拨款收入   编码     决算数
        图书馆       1,310.40     1,310.40 301          3.10
        文化馆         310.40       310.40 302          2.10
        档案馆         210.40       210.40 303          1.10
        """
      ).first)
    #expect(
      table.dump == """
        名称 | 本年收入合计 | 财政拨款收入 | 编码 | 决算数
        图书馆 | 1,310.40 | 1,310.40 | 301 | 3.10
        文化馆 | 310.40 | 310.40 | 302 | 2.10
        档案馆 | 210.40 | 210.40 | 303 | 1.10
        """)
  }

  @Test("figures without a head beside figures with one: lines, not a guess")
  func headless() {
    let found = blocks(
      """
      名称             基本支出
      图书馆   12.00      10.00     2.00
      文化馆   22.00      20.00     2.00
      档案馆   32.00      30.00     2.00
      """)
    #expect(tables(found).isEmpty && paragraphs(found).count == 4)
  }

  @Test("a title ends the table above it, with or without a line for the unit")
  func titles() {
    let rows = "名称       上年      本年\n会议费     3.20      2.10\n培训费     1.20      1.10"
    for title in ["支出决算表", "《支出决算表》", "《支出决算表（按项目）》", "支出决算表（表 2）（按项目）"] {
      let found = blocks("      收入决算表\n\(rows)\n\n      \(title)\n\(rows)")
      #expect(tables(found).map(\.rowCount) == [3, 3])
      #expect(paragraphs(found).count == 2)
    }
  }
}
