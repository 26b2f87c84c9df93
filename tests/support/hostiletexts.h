// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QList>
#include <QString>

#include <utility>

namespace Pongwatch::TestSupport
{

/// Texts that try to be more than text, each with a description: for everything that shows or writes what a
/// peer or file contains.
[[nodiscard]] inline QList<std::pair<const char *, QString>> hostileTexts()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {"a script", s("</title></td><script>alert(1)</script>")},
        {"an image with a handler", s("\"><img src=x onerror=\"alert(1)\">")},
        {"quotes", s("a\"b'c`d\"\"")},
        {"an entity", s("&lt;&#x3c;&nbsp;&")},
        {"the end of a CDATA section", s("]]><!--")},
        {"line breaks", s("one\ntwo\r\nthree\rfour\u2028five\u2029six\vseven\feight")},
        {"a formula", s("=HYPERLINK(\"http://evil.example\",\"click\")")},
        {"a formula behind a tab", s("\t=1+1")},
        {"a formula in full width", s("＝1＋1")},
        {"a command", s("@SUM(1+1)*cmd|' /C calc'!A0")},
        {"text that is turned round", s("\u202egnp.exe\u202c\u2066x\u2069\u200f")},
        {"very long", QString(200'000, u'x')},
        {"very long and wide", s("行情").repeated(50'000)},
        {"beyond the first plane", s("😀 𠮷野家 👩‍👩‍👧 𝔘")},
        {"marks upon marks", s("Z") + QString(400, QChar(0x0351))},
        {"NUL", s("before") + QChar(0) + s("after")},
        {"escapes of a terminal", s("\x1b[31mred\x1b]0;title\x07\x7f")},
        {"controls of the second kind", QString(QChar(0x9b)) + s("31m") + QChar(0x85)},
        {"half a character", QString(QChar(0xd83d)) + s("x") + QChar(0xde00)},
        {"no character", QString(QChar(0xffff)) + QChar(0xfffe) + QChar(0xfeff)},
        {"a path", s("../../../etc/passwd\\..\\x")},
        {"a template", s("%1 %2 %n %L3 ${x} {{y}}")},
        {"parentheses of a PDF", s("(((\\) Tj ET endstream endobj")},
    };
}

/// Whether it has a character that must never be shown: a control, a direction mark, half a character.
[[nodiscard]] inline bool isHarmful(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    for (const uint c : characters) {
        const bool control = (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0);
        const bool direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
                               c == 0x200f || c == 0x2028 || c == 0x2029;
        const bool half = c >= 0xd800 && c < 0xe000;
        if (control || direction || half)
            return true;
    }
    return false;
}

} // namespace Pongwatch::TestSupport
