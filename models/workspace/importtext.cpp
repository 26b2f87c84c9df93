// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importtext.h"

#include <QStringDecoder>

namespace Pongwatch
{

namespace
{

std::optional<QString> decodedAs(const QByteArray &bytes, const char *encoding)
{
    QStringDecoder decoder(encoding);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

/// UTF-16 without a byte order mark: in mostly ASCII text, every other byte is zero.
const char *utf16Without(const QByteArray &bytes)
{
    const qsizetype length = std::min<qsizetype>(bytes.size(), 4096);
    if (length < 4 || bytes.size() % 2 != 0)
        return nullptr;
    qsizetype evenZeroes = 0;
    qsizetype oddZeroes = 0;
    for (qsizetype i = 0; i < length; ++i)
        if (bytes[i] == '\0')
            ++(i % 2 == 0 ? evenZeroes : oddZeroes);
    if (oddZeroes * 3 > length && evenZeroes * 20 < length)
        return "UTF-16LE";
    if (evenZeroes * 3 > length && oddZeroes * 20 < length)
        return "UTF-16BE";
    return nullptr;
}

/// Whether all non-ASCII bytes are pairs within GB 2312: symbols in rows 1 to 9 (A1 to A9), characters in
/// rows 16 to 87 (B0 to F7), second bytes A1 to FE. In Western text, accents come one at a time.
bool isGb2312(const QByteArray &bytes)
{
    bool found = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto first = uchar(bytes[i]);
        if (first < 0x80)
            continue;
        const auto second = i + 1 < bytes.size() ? uchar(bytes[i + 1]) : uchar(0);
        const bool isRow = (first >= 0xA1 && first <= 0xA9) || (first >= 0xB0 && first <= 0xF7);
        if (!isRow || second < 0xA1 || second == 0xFF)
            return false;
        found = true;
        ++i;
    }
    return found;
}

/// Whether it is valid GB18030 throughout, and its non-ASCII bytes come in groups: characters outside of GB
/// 2312 have second bytes in the range of ASCII.
bool isProbablyGb18030(const QByteArray &bytes)
{
    const std::optional<QString> text = decodedAs(bytes, "GB18030");
    if (!text)
        return false;
    qsizetype ideographs = 0;
    qsizetype others = 0;
    for (const QChar c : *text)
        if (c.unicode() >= 0x4E00 && c.unicode() < 0xA000)
            ++ideographs;
        else if (c.unicode() >= 0x80)
            ++others;
    // An accent followed by a letter reads as one rare character; Chinese text has several characters in a
    // row.
    bool inRow = false;
    for (qsizetype i = 0; i + 1 < text->size(); ++i)
        inRow = inRow || ((*text)[i].unicode() >= 0x4E00 && (*text)[i].unicode() < 0xA000 &&
                          (*text)[i + 1].unicode() >= 0x4E00 && (*text)[i + 1].unicode() < 0xA000);
    return ideographs > others && inRow;
}

} // namespace

DecodedText decodeImport(const QByteArray &bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes);
        marked && *marked != QStringConverter::Utf8) {
        QStringDecoder decoder(*marked);
        DecodedText result{decoder(bytes), QString::fromLatin1(QStringConverter::nameForEncoding(*marked)),
                           false, 0};
        result.lost = result.text.count(QChar::ReplacementCharacter);
        return result;
    }
    if (const char *encoding = utf16Without(bytes)) {
        if (const auto text = decodedAs(bytes, encoding))
            return {*text, QString::fromLatin1(encoding), true, 0};
    }
    QStringDecoder utf8(QStringConverter::Utf8);
    QString text = utf8(bytes);
    if (!utf8.hasError())
        return {text, QStringLiteral("UTF-8"), false, 0};
    if (isGb2312(bytes) || isProbablyGb18030(bytes)) {
        if (const auto chinese = decodedAs(bytes, "GB18030"))
            return {*chinese, QStringLiteral("GB18030"), true, 0};
    }
    // The bytes that windows-1252 leaves undefined (81, 8D, 8F, 90, 9D) are not text in it.
    qsizetype undefined = 0;
    for (const char c : bytes) {
        const auto byte = uchar(c);
        undefined += byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D ? 1 : 0;
    }
    QStringDecoder western("windows-1252");
    if (western.isValid()) {
        const QString decoded = western(bytes);
        return {decoded, QStringLiteral("windows-1252"), true, undefined};
    }
    return {QString::fromLatin1(bytes), QStringLiteral("ISO-8859-1"), true, undefined};
}

} // namespace Pongwatch
