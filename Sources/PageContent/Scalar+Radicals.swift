extension Unicode.Scalar {
  /// The ideograph that a radical looks like: some producers map a glyph such as 支 back to the radical ⽀, which no
  /// wording holds. Anything else is itself.
  package var withoutRadical: Unicode.Scalar {
    switch value {
    case 0x2F00...0x2FD5: Radicals.kangxi[Int(value - 0x2F00)]
    case 0x2E80...0x2EF3: Radicals.supplement[self] ?? self
    default: self
    }
  }
}

private enum Radicals {
  /// For U+2F00 to U+2FD5, as Unicode's compatibility mapping has them, but for 户 and 青, whose glyphs simplified
  /// fonts share with ⼾ and ⾭ and Unicode maps to 戶 and 靑.
  static let kangxi = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)

  /// For those of U+2E80 to U+2EF3 that look like an ideograph; Unicode maps only two of them.
  static let supplement = Dictionary(
    uniqueKeysWithValues: zip(
      """
      ⺀⺁⺃⺅⺈⺉⺊⺋⺎⺐⺒⺓⺖⺗⺘⺙⺛⺜⺝⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺫⺬⺭⺮⺯⺰⺱⺲⺳⺵⺷⺸⺹⺻⺼⺽⺾⺿⻀⻁⻂\
      ⻃⻄⻅⻆⻈⻉⻋⻌⻍⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻯⻰⻲⻳
      """.unicodeScalars,
      """
      冫厂乚亻刀刂卜㔾兀尢巳幺忄心扌攵旡日月母民氵水灬爫爫丬犭王目示礻竹糹纟罒罒网网羊羊耂聿月臼艹艹艹虎衤\
      覀西见角讠贝车辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣马骨鬼鱼鸟卤麦黄黾齐齿齿竜龙龜龟
      """.unicodeScalars))
}
