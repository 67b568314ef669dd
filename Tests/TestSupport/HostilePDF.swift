/// Small PDFs that ask for all time, memory or stack there is.
package enum HostilePDF {
  /// Contents that are compressed three times and written in hexadecimal: hundreds of bytes become gigabytes.
  package static func contents(_ packed: String) -> [UInt8] {
    var pdf = TinyPDF("\(packed)>")
    pdf.pages[0].entries = "/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode/FlateDecode]"
    return pdf.bytes()
  }

  /// Sixteen gigabytes of blanks, which draw nothing.
  package static let blanks = """
    78daedda3f68136118c0e1371c847638b0a386aac5ad8bb8f4c029a5ea12910eae42153a5543100a598a097570124570135d94d682a88314\
    174f9d5cc421fea5d5e2e050ea601147abb10e0e1d44730ef264f9c27bc7f3f1dd6ffd9a6fd63a7706aad538f870efc0c2d88d64b2fff3fb\
    e17d63fd8fa6da3b9fce3dae7fd9d1accd9c9faf9dbefce9edade3571fc4d7c98f975e2c4523c9d3c8a2903f59648da4bb14b84d9ee6e952\
    778902b7d93c4556e4b7fa798aee228924924822892492482289249248228924924822892492482289249248228924924822892492482289\
    24921494a4f97a3e29c5f7dfee8d9787ce356657cbcfd39b95a3d95c7d7cf9dafdd1e9ad07f5f16c717479e5b7defd83011e8fc7e3f1783c\
    1e8fc7e3f1783c1e8fc7e3f1783c1e8fc7e3f1783c1e5f1c3fbcd669776fccc4858da93d0716ff7ed395f2f46ca593f6fa08783c1e8fc7e3\
    f1783c1e8fc7e3f1783c1e8fc7e3f1783c1e8fc7e3f1787c4f06ad2bfbb7fdb830b37ee6d4d93e178ff0783c1e8fc7e3f1783c1e8fc7e3f1\
    783c1e8fc7e3f1783c1e8fc7e3f1ff3dffecc8605f295ad558a87d18bafbe4ddd0c5f4442b8d4a8cc4c97815b74b13495efe75d04ef3f248\
    54b67ad48bc1bfe10f1fbbb76b62fdfaf66fba008ac3
    """

  /// Twenty million saved states.
  package static let states = """
    78daabb8f5f692a1a0438204c385f71173ac85357d522e3832765fd4e81310ea506c665a365fee7fb5e4bd3afbeb375c5c0abf7c9e396d93\
    ec35ab1357bfc57b9ce49c73001b2a38c4a95ec0841d61d701d2844303d030ac1a8a2c03ddc27ddfb327cacffd030043a84d9c
    """

  /// Of a mask of ten thousand million pixels.
  package static let zeros = """
    78daabb8f5f68aa268830303ebc1faf73ca51a0eac4a1318fce7ac66320c6039b0a85fc0234d69cd8db77bbe6f54b1bc65bcfef025a63fe7\
    4226df3bcb70e6000f8331c319060366ba30ce802c8452f4b497c1d880d980d918468d007b91021a44d1d15e0731241f1bd3d1628681b377\
    e052f6c8cb511358072c690f94bd0ca3398a7ef6a6308e5616a3398a768cc8d1ca6290d9dbe06fbc4233fc14f787a6ae4f0061e7a2dd
    """

  /// Each form draws the next one ten times: ten to the ninth in all.
  package static var formsInForms: TinyPDF {
    var pdf = TinyPDF("/X0 Do")
    for level in 0..<9 { pdf.addForm("X\(level)", String(repeating: "/X\(level + 1) Do ", count: 10)) }
    pdf.addForm("X9", "0 0 m 9 9 l S")
    return pdf
  }

  /// Pages of which none takes all the time alone.
  package static func slowPages(_ count: Int) -> [UInt8] {
    var pdf = formsInForms
    pdf.pages = Array(repeating: pdf.pages[0], count: count)
    return pdf.bytes()
  }

  /// A font whose character map is made upon `steps` others and then upon itself: the object of the font.
  package static func mapInItself(_ pdf: inout TinyPDF, steps: Int = 0) -> Int {
    let descendant = pdf.addObject(
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/S"
        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>")
    for step in 0...steps {
      let next = step < steps ? descendant + step + 2 : descendant + 1
      _ = pdf.addStream("/Type/CMap/CMapName/S/UseCMap \(next) 0 R", "begincmap endcmap")
    }
    return pdf.addObject(
      "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding \(descendant + 1) 0 R/DescendantFonts[\(descendant) 0 R]>>")
  }

  /// What still ends a process: a map in itself of a soft mask, where none is looked for.
  package static var crash: [UInt8] {
    var pdf = TinyPDF("/G gs 0 0 9 9 re f")
    let font = mapInItself(&pdf)
    let mask = pdf.addStream(
      "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Group<</S/Transparency/CS/DeviceRGB>>"
        + "/Resources<</Font<</U \(font) 0 R>>>>", "BT /U 10 Tf 50 70 Td <0001> Tj ET")
    pdf.addState("G", "<</SMask<</S/Luminosity/G \(mask) 0 R>>>>")
    return pdf.bytes()
  }

  /// Fills the page with an inline mask of a few hundred bytes and ten thousand million pixels.
  package static let inlineMask = """
    q 595 0 0 842 0 0 cm BI /IM true /W 100000 /H 100000 /F[/AHx/Fl/Fl/Fl] ID \(zeros)> EI Q

    """
}
