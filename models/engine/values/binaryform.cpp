// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/binaryform.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostBytes = 64 * 1024;
constexpr int deepestBrackets = 16;

struct BinaryFormStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::BinaryForm)
};

int hexDigitValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    const QChar small = c.toLower();
    return small >= u'a' && small <= u'f' ? small.unicode() - u'a' + 10 : -1;
}

class BinaryFormReader
{
public:
    explicit BinaryFormReader(QStringView written)
        : m_written(written)
    {
    }

    Result<QByteArray> read()
    {
        QByteArray bytes = readUntilBracket(0);
        if (m_problem.isEmpty() && m_at < m_written.size())
            fail(BinaryFormStrings::tr("a bracket is closed that was not opened"));
        if (m_problem.isEmpty() && bytes.size() > mostBytes)
            fail(BinaryFormStrings::tr("it has more than %1 bytes").arg(mostBytes));
        if (!m_problem.isEmpty())
            return Error{BinaryFormStrings::tr("reading bytes"), {}, m_problem};
        return bytes;
    }

private:
    struct Length {
        QLatin1String name;
        int bytes; ///< 0: seven bits per byte
    };

    void fail(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = BinaryFormStrings::tr("%1, at character %2").arg(what).arg(m_at + 1);
    }

    QByteArray readUntilBracket(int depth)
    {
        QByteArray bytes;
        while (m_problem.isEmpty() && m_at < m_written.size() && m_written[m_at] != u')') {
            if (m_written[m_at].isSpace())
                ++m_at;
            else if (m_written[m_at] == u'\'')
                readText(bytes);
            else if (!readWithLength(bytes, depth))
                readByte(bytes);
            if (bytes.size() > mostBytes)
                fail(BinaryFormStrings::tr("it has more than %1 bytes").arg(mostBytes));
        }
        return bytes;
    }

    void readText(QByteArray &bytes)
    {
        QString text;
        for (++m_at; m_at < m_written.size(); ++m_at) {
            if (m_written[m_at] != u'\'') {
                text.append(m_written[m_at]);
            } else if (m_at + 1 < m_written.size() && m_written[m_at + 1] == u'\'') {
                text.append(u'\'');
                ++m_at;
            } else {
                ++m_at;
                bytes.append(text.toUtf8());
                return;
            }
        }
        fail(BinaryFormStrings::tr("an apostrophe is not closed"));
    }

    bool readWithLength(QByteArray &bytes, int depth)
    {
        static constexpr std::array lengths = {
            Length{QLatin1String("u8("), 1}, Length{QLatin1String("u16("), 2},
            Length{QLatin1String("u32("), 4}, Length{QLatin1String("varint("), 0}};
        for (const Length &length : lengths) {
            if (!m_written.mid(m_at).startsWith(length.name))
                continue;
            if (depth >= deepestBrackets) {
                fail(BinaryFormStrings::tr("there are more than %1 brackets within one another")
                         .arg(deepestBrackets));
                return true;
            }
            m_at += length.name.size();
            const QByteArray content = readUntilBracket(depth + 1);
            if (m_problem.isEmpty() && m_at >= m_written.size())
                fail(BinaryFormStrings::tr("a bracket is not closed"));
            if (!m_problem.isEmpty())
                return true;
            ++m_at;
            appendLength(bytes, length.bytes, content.size());
            bytes.append(content);
            return true;
        }
        return false;
    }

    void appendLength(QByteArray &bytes, int width, qsizetype length)
    {
        if (width > 0 && width < 4 && length >= qsizetype(1) << (8 * width)) {
            fail(BinaryFormStrings::tr("%1 bytes are too many for the length in front of them").arg(length));
            return;
        }
        if (width == 0) {
            auto rest = static_cast<quint64>(length);
            do {
                const quint64 low = rest & 0x7f;
                rest >>= 7;
                bytes.append(static_cast<char>(rest > 0 ? low | 0x80 : low));
            } while (rest > 0);
            return;
        }
        for (int i = width - 1; i >= 0; --i)
            bytes.append(static_cast<char>((length >> (8 * i)) & 0xff));
    }

    void readByte(QByteArray &bytes)
    {
        const int high = hexDigitValue(m_written[m_at]);
        const int low = m_at + 1 < m_written.size() ? hexDigitValue(m_written[m_at + 1]) : -1;
        if (high < 0) {
            fail(BinaryFormStrings::tr("“%1” is neither a hexadecimal digit nor text between apostrophes")
                     .arg(m_written[m_at]));
            return;
        }
        if (low < 0) {
            fail(BinaryFormStrings::tr("a byte needs two hexadecimal digits"));
            return;
        }
        bytes.append(static_cast<char>(high * 16 + low));
        m_at += 2;
    }

    QStringView m_written;
    qsizetype m_at = 0;
    QString m_problem;
};

} // namespace

Result<QByteArray> bytesOf(QStringView written, MessageForm form)
{
    switch (form) {
    case MessageForm::Text:
        return written.toUtf8();
    case MessageForm::Hex:
        return BinaryFormReader(written).read();
    case MessageForm::Base64:
        break;
    }
    QByteArray digits = written.toUtf8();
    digits.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const auto decoded = QByteArray::fromBase64Encoding(digits, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return Error{BinaryFormStrings::tr("reading bytes"), {}, BinaryFormStrings::tr("it is not Base64")};
    return *decoded;
}

QString hexDigits(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString withPlaceholdersAsDigits(const QString &written)
{
    static const QRegularExpression placeholder(QStringLiteral(
        "%[A-Za-z_][A-Za-z0-9_]*(?:\\|[^%|]*)?%|\\$(?:\\{[^}]*\\}|[A-Za-z0-9_]+)|\\{\\{[^}]*\\}\\}"));
    return QString(written).replace(placeholder, QStringLiteral("00"));
}

QString escapedForBinaryForm(QString value)
{
    return value.replace(QLatin1String("'"), QLatin1String("''"));
}

} // namespace Pongwatch
