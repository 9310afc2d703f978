"""Three hundred texts that were made to break what prints them, each a line that somebody could type or paste."""

from __future__ import annotations

MARKUP = (
    "<b>severe", "</para>", "<para>x</para>", "<font color=red>x", "<font size=99>big</font>", "<br/><br/>",
    '<img src="/etc/passwd"/>', "<img src=http://a.example/x.png width=9999>", '<a href="javascript:alert(1)">x</a>',
    '<a href="file:///etc/passwd">x</a>', "<link href='http://a.example'>x</link>", "<script>alert(1)</script>",
    "<svg onload=alert(1)>", "<iframe src=//a.example>", "<!-- x -->", "<![CDATA[x]]>", "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<!ENTITY lol SYSTEM 'file:///etc/passwd'>", "&lol;&lol;&lol;", "&amp;&lt;&gt;",
    "&#0;&#x202E;", "&nbsp;&copy;", "&", "a & b", "<", ">", "< >", "a<b>c", "5 < 6 > 4", "<<>>", "<</Type/Action>>",
    "<seq id='x'/>", "<index item='x'/>", "<onDraw name='x'/>", "<greek>a</greek>", "<super>2</super>", "<sub>2</sub>",
    "<u>x</u>", "<strike>x", "<bullet>&bull;</bullet>", "<style>*{display:none}</style>", "**bold** _it_ `code`",
    "# heading", "[x](javascript:alert(1))", "![x](http://a.example/x.png)", "| a | b |", "> quote", "--- rule ---",
    "\\textbf{x} \\input{/etc/passwd}", "$x^2$ $$", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "#{7*7}", "@import 'x'",
)  # fmt: skip
FORMATS = (
    "{0}", "{}", "{{}}", "{name}", "{page} of {pages}", "{0.__class__}", "{0!r:>99}", "{:99999999}", "{", "}", "}{",
    "%s", "%d %d", "%(name)s", "%", "100 %", "%n%n%n", "%99999999d", "%%",
    "$name ${name}", "`id`", "$(id)", "\\1 \\g<0>",
    "f'{x}'", "r'\\n'", "\\n\\t\\0", "\\u202e", "\\x00", "\\", "\\\\", "'", '"', "''", '""', "';--", "' OR 1=1 --",
    "Robert'); DROP TABLE plans;--", '" onmouseover="x', "NULL", "None", "nil", "undefined", "NaN", "Infinity", "-1",
    "0", "1e309", "true", "=1+1", "=cmd|' /C calc'!A0", "+1", "@SUM(A1)", ";", ",", "\u00a0", "a\u00a0b",
)  # fmt: skip
OPERATORS = (
    "(", ")", "()", ")(", "(unbalanced", "unbalanced)", "\\(x\\)", "\\051 Tj", ") Tj ET Q", "BT /F1 99 Tf (x) Tj ET",
    "BT 0 0 Td (x) Tj ET", "q Q Q Q", "EMC EMC EMC", "/Artifact BMC", "/P <</MCID 0>> BDC", "endstream endobj",
    "stream\u2028endstream", "1 0 obj", "endobj", "trailer", "startxref 0 %%EOF", "%%EOF", "%PDF-1.7", "xref",
    "/JS (app.alert(1))", "/S /JavaScript", "/URI (http://a.example)", "/Launch", "/GoToR", "/OpenAction 1 0 R",
    "/AA", "/EmbeddedFile", "/RichMedia", "<FEFF0041>", "<41>", "[1 2 3] TJ", "/Im1 Do", "BI ID EI", "0 0 0 rg",
    "1 0 0 1 0 0 cm", "\\376\\377", "þÿ", "ÿþ", "/Encrypt", "<< /Lang (x) >>", "R G B", "EI Q", "D:20260101",
)  # fmt: skip
PLACES = (
    "/etc/passwd", "../../etc/passwd", "..\\..\\windows\\system32", "C:\\con\\con",
    "\\\\server\\share", "~/.ssh/id_rsa",
    "file:///etc/passwd", "http://a.example/?a=1&b=2", "https://a.example:443/#x", "javascript:alert(1)",
    "data:text/html,<script>", "mailto:a@b.example", "tel:+15550142", "ftp://a.example", "www.a.example",
    "//a.example", "a@b.example", "smb://a/b", "CON", "nul.txt", "a.pdf.exe", ".", "..", "/", "//", "a/b/c",
)  # fmt: skip
SCRIPTS = (
    "Łukasz Żółć", "Ngô Thị Ánh", "Nguyễn Văn Đức", "Đặng Thị Hồng Nhung", "Юлия Петрова", "Ελένη Παπαδοπούλου",
    "Þórarinn Æsir", "Ştefan Țurcanu", "İstanbul ılık", "ß ẞ ſ", "Æ œ ø å", "Renée Noël", "Zoë D’Angelo", "O'Neill",
    "Jean-Luc", "María-José Ñáñez", "¿Cómo está?", "¡Ay!", "محمد علي", "فاطمة الزهراء ١٢٣", "שלום עולם", "שָׁלוֹם",
    "abc שלום def", "שלום 123 abc", "(שלום)", "خط فارسی گچپژ", "اردو ٹڈڑ",
    "हिन्दी में", "क्षत्रिय", "தமிழ்", "ไทย", "中文測試",
    "日本語のテスト", "한국어 시험", "ភាសាខ្មែរ", "မြန်မာ", "አማርኛ", "ქართული", "Հայերեն", "ᏣᎳᎩ", "ᐃᓄᒃᑎᑐᑦ", "ⴰⵎⴰⵣⵉⵖ",
    "𝔉𝔯𝔞𝔨𝔱𝔲𝔯", "𝕏𝟘", "ＦＵＬＬＷＩＤＴＨ", "ⅷ ½ ⅓ ²", "ﬁ ﬂ ﬃ", "№ ™ ® © § ¶", "€ £ ¥ ₹ ₿", "± × ÷ ≤ ≥ ≠ ∞", "→ ← ↑ ⇒",
    "☐ ☑ ☒ ✓ ✗", "• ◦ ‣ –", "“quote” ‘x’ «y»", "… — – ‑", "😀", "👩🏽‍⚕️", "👨‍👩‍👧‍👦", "🇺🇸🇲🇽", "1️⃣ #️⃣", "❤️",
    "🧑‍🦽", "𓀀𓁐", "🂡",
    "ǅ ǆ Ǆ", "ŉ ΐ", "K Å Ω", "a\u0301e\u0301i\u0301", "Z\u0351\u036b\u0343a\u0321\u0353l\u034eg\u0317o\u0310",
    "e" + "\u0301" * 30, "\u0301x", "q\u0307\u0323", "\u1112\u1161\u11ab", "\U000e0041x", "\ue000x", "\ufffdx",
)  # fmt: skip
UNSEEN = tuple(
    f"a{sign}b{sign}c" for sign in (
        *map(chr, (0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xAD, 0x34F, 0x61C, 0x180E)),
        *map(chr, (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E)),
        *map(chr, (0x2060, 0x2061, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x206F, 0x3000, 0xFE0F, 0xFEFF, 0xFFF9)),
        *map(chr, (0xFFFE, 0xFFFF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x1D173, 0xE0001, 0xE007F, 0x10FFFF)),
        "\r", "\t", "\n", "\n\n\n", "  ", "\u2003", "\u202f",
    )
)  # fmt: skip
LONG = (
    "W" * 200, "i" * 250, "Donaudampfschifffahrtsgesellschaft" * 6, "a-" * 120, "." * 250, "_" * 120, "ب" * 150,
    "中" * 200, "😀" * 60, "word " * 50, "\u200b".join("x" * 150), "(" * 150,
)  # fmt: skip
NASTY = (*MARKUP, *FORMATS, *OPERATORS, *PLACES, *SCRIPTS, *UNSEEN, *LONG)
