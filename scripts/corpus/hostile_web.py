"""Web pages, saved pages and OFD documents that are damaged or meant to harm whoever reads them."""

from packing import zipped

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def web_deep_elements(draw):
    return page("<div>" * 100_000)


def web_deep_tables(draw):
    return page("<table><tr><td>" * 50_000)


def web_open_formatting(draw):
    return page("".join(f"<font size={i}>" for i in range(3000)) + "<p>1" * 3000)


def web_adopted_formatting(draw):
    return page("<a><b><i><p>" * 200 + "</a></b></i>" * 5000)


def web_wide_spans(draw):
    return page("<table>" + "<tr><td colspan=1000000000 rowspan=1000000000>1<td colspan=99999999999999999999>2</tr>" * 2000 + "</table>")


def web_many_columns(draw):
    return page("<table><tr>" + "<td colspan=1000>1" * 2000 + "</table>")


def web_many_cells(draw):
    return page("<table>" + ("<tr>" + "<td>" * 100) * 10_000 + "</table>")


def web_long_table(draw):
    return page("<table><tr><td>1<td>2" + "<tr><td>1" * 200_000 + "<tr>" + "<td>1" * 900 + "</table>")


def web_many_rows_spanned(draw):
    return page("<table>" + "<tr>" + "<td rowspan=65534>1" * 1000 + "<tr>" * 60_000 + "</table>")


def web_many_paragraphs(draw):
    return page("<p>1,234.00" * 400_000)


def web_many_entities(draw):
    return page("<p>" + "&nbsp;&#49;&amp;&notanentity;" * 400_000)


def web_long_attribute(draw):
    return page(f"<p style=\"{'color:red;' * 500_000}\">1<p class=\"{'a ' * 500_000}\">2")


def web_many_rules(draw):
    rules = "".join(f".c{i}{{display:none}}" for i in range(300_000))
    return page("<p class=c1>1" * 1000, f"<style>{rules}</style>")


def web_one_rule_again(draw):
    return page("<p class=c>1" * 20_000, f"<style>{'.c{color:red}' * 19_000}</style>")


def web_open_rule(draw):
    return page("<p>1", "<style>" + "@media screen{" * 100_000 + "</style>")


def web_open_comment(draw):
    return page("<p>1<!--" + "<!-" * 1_000_000)


def web_of_placed_elements(draw):
    return page('<div style="position:absolute;left:1px;top:1px">1,234.00</div>' * 60_000)


def web_placed_in_each_other(draw):
    inner = '<div style="position:absolute;left:1px;top:1px;width:900px;height:900px">' * 250
    return page((inner + "部门决算" + "</div>" * 250) * 40)


def web_placed_beyond(draw):
    style = "position:absolute;left:1e300px;top:-999999999999999999px;font-size:1e9pt;border:1e99px solid"
    return page(f'<div style="{style}">部门决算部门决算部门决算部门决算</div>' * 100)


def web_list_of_numbers(draw):
    return page("<ol start=2147483647>" + "<li value=99999999999>1" * 50_000 + "</ol>")


def web_broken_bytes(draw):
    return page("<p>部门决算" * 1000) + bytes(draw.randrange(256) for _ in range(100_000))


def web_truncated(draw):
    whole = page("<table>" + "<tr><td>部门决算<td>1,234.00" * 5000 + "</table>")
    return whole[: draw.randrange(len(whole))]


def message(*parts, boundary="b", head=""):
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    return f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary={boundary}\r\n{head}\r\n{body}--{boundary}--\r\n".encode()


def saved_without_boundary(draw):
    return b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--b\r\n\r\n<p>1"


def saved_in_each_other(draw):
    return b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + (
        b"--b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" * 50_000
    )


def saved_of_many_parts(draw):
    return message(*["Content-Type: text/html\r\n\r\n<p>1"] * 20_000)


def saved_long_head(draw):
    return message("Content-Type: text/html\r\n\r\n<p>1", head="X: " + "a" * 3_000_000 + "\r\n" + " b\r\n" * 500_000)


def saved_broken_coding(draw):
    text = "".join(draw.choice("=0Az/+ \r\n") for _ in range(300_000))
    return message(
        f"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}",
        f"Content-Type: text/html; charset=\"nonsense\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{text}",
    )


def ofd(pages, document="", resources="", templates=(), listed=None):
    """An OFD document of the contents of pages."""
    places = "".join(f'<ofd:Page ID="{i}" BaseLoc="P{i}.xml"/>' for i in range(len(pages))) if listed is None else listed
    named = "".join(f'<ofd:TemplatePage ID="t{i}" BaseLoc="T{i}.xml"/>' for i in range(len(templates)))
    return zipped(
        [
            ("OFD.xml", f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
            ("D/Document.xml", f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
             f"<ofd:PublicRes>R.xml</ofd:PublicRes>{named}</ofd:CommonData><ofd:Pages>{places}</ofd:Pages>{document}</ofd:Document>"),
            ("D/R.xml", f"<ofd:Res {SPACE}>{resources}</ofd:Res>"),
            *((f"D/P{i}.xml", f"<ofd:Page {SPACE}>{content}</ofd:Page>") for i, content in enumerate(pages)),
            *((f"D/T{i}.xml", f"<ofd:Page {SPACE}>{content}</ofd:Page>") for i, content in enumerate(templates)),
        ]
    )  # fmt: skip


def layer(objects):
    return f"<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"


def words(text="部门决算1,234.00", more="", code=""):
    return f'<ofd:TextObject Boundary="10 10 90 9" Size="4" {more}><ofd:TextCode X="0" Y="4" {code}>{text}</ofd:TextCode></ofd:TextObject>'


def ofd_steps_without_end(draw):
    return ofd([layer(words(code='DeltaX="g 1000000000 4 g 1e300 1e300 g nan 1" DeltaY="g -5 1"') * 1000)])


def ofd_cyclic_composites(draw):
    draws = "".join(f'<ofd:CompositeObject ResourceID="{i}" Boundary="1 1 9 9"/>' for i in range(12))
    units = "".join(f'<ofd:CompositeGraphicUnit ID="{i}"><ofd:Content>{words()}{draws}</ofd:Content></ofd:CompositeGraphicUnit>' for i in range(12))
    return ofd([layer(draws)], resources=units)


def ofd_cyclic_templates(draw):
    use = '<ofd:Template TemplateID="t0"/>'
    return ofd([use * 5000 + layer(words())], templates=[use + layer(words())])


def ofd_wrong_boundaries(draw):
    boxes = ("nan nan nan nan", "-1e308 1e308 1e308 1e308", "", "1 2", "x y z w", "9" * 100_000)
    made = "".join(words().replace("10 10 90 9", box) for box in boxes)
    return ofd([f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>" + layer(made) for box in boxes])


def ofd_matrix_without_end(draw):
    return ofd([layer(words(more='CTM="1e9 1e9 1e9 1e9 0 0"') + words(more='CTM="0 0 0 0 0 0"') + words(more='CTM="nan 0 0 1 0 0"'))])


def ofd_too_many_characters(draw):
    return ofd([layer(words("1" * 100_000) * 50)])


def ofd_too_many_lines(draw):
    path = '<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>' + "M 0 0 L 9 0 " * 5000 + "</ofd:AbbreviatedData></ofd:PathObject>"
    return ofd([layer(path * 60)])


def ofd_path_without_end(draw):
    return ofd([layer('<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 ' + "L 9 9 B 1 C A Q " * 300_000 + "</ofd:AbbreviatedData></ofd:PathObject>")])


def ofd_pages_without_end(draw):
    return ofd([layer(words())], listed='<ofd:Page ID="1" BaseLoc="P0.xml"/>' * 300_000)


def ofd_same_page_again(draw):
    return ofd([layer(words() * 300)], listed='<ofd:Page ID="1" BaseLoc="P0.xml"/>' * 3000)


def ofd_laughs(draw):
    whole = ofd([layer(words("&e;"))])
    return whole if draw is None else zipped(
        [("OFD.xml", '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>')]
    )  # fmt: skip


def ofd_missing_parts(draw):
    return zipped([("OFD.xml", f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>../../../etc/passwd.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")])


def ofd_bomb(draw):
    return ofd([layer(words(" " * 90_000_000))])


KINDS = [
    web_deep_elements, web_deep_tables, web_open_formatting, web_adopted_formatting, web_wide_spans, web_many_columns,
    web_many_cells, web_long_table, web_many_rows_spanned, web_many_paragraphs, web_many_entities, web_long_attribute,
    web_many_rules, web_one_rule_again, web_open_rule, web_open_comment, web_of_placed_elements,
    web_placed_in_each_other, web_placed_beyond, web_list_of_numbers, web_broken_bytes, web_truncated,
    saved_without_boundary, saved_in_each_other, saved_of_many_parts, saved_long_head, saved_broken_coding,
    ofd_steps_without_end, ofd_cyclic_composites, ofd_cyclic_templates, ofd_wrong_boundaries, ofd_matrix_without_end,
    ofd_too_many_characters, ofd_too_many_lines, ofd_path_without_end, ofd_pages_without_end, ofd_same_page_again,
    ofd_laughs, ofd_missing_parts, ofd_bomb,
]  # fmt: skip
