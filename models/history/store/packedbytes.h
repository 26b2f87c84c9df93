// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Pongwatch
{

/// Writes numbers in as few bytes as they need: seven bits per byte, the lowest first (LEB128). Signed
/// numbers are interleaved (0, -1, 1, -2 …), so that small differences of either sign stay short.
class PackedWriter
{
public:
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }

    void byte(quint8 value) { m_bytes.append(static_cast<char>(value)); }

    void number(quint64 value)
    {
        while (value >= 0x80) {
            byte(static_cast<quint8>(value | 0x80));
            value >>= 7;
        }
        byte(static_cast<quint8>(value));
    }

    void difference(qint64 value)
    {
        number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63));
    }

    void bytes(QByteArrayView value)
    {
        number(static_cast<quint64>(value.size()));
        m_bytes.append(value);
    }

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    /// Removes everything after the first `size` bytes.
    void cut(qsizetype size) { m_bytes.truncate(size); }

    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what PackedWriter wrote, from bytes that may be damaged: past the end, all values are 0 and ok() is
/// false.
class PackedReader
{
public:
    explicit PackedReader(QByteArrayView bytes)
        : m_next(bytes.begin())
        , m_end(bytes.end())
    {
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_next == m_end; }
    [[nodiscard]] qsizetype left() const { return m_end - m_next; }

    quint8 byte()
    {
        if (m_next == m_end) {
            m_ok = false;
            return 0;
        }
        return static_cast<quint8>(*m_next++);
    }

    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            value |= static_cast<quint64>(next & 0x7f) << shift;
            if ((next & 0x80) == 0)
                return value;
        }
        m_ok = false;
        return 0;
    }

    qint64 difference()
    {
        const quint64 value = number();
        return static_cast<qint64>((value >> 1) ^ (~(value & 1) + 1));
    }

    QByteArrayView bytes()
    {
        const quint64 size = number();
        if (size > static_cast<quint64>(left())) {
            m_ok = false;
            m_next = m_end;
            return {};
        }
        const QByteArrayView view(m_next, static_cast<qsizetype>(size));
        m_next += static_cast<qsizetype>(size);
        return view;
    }

private:
    const char *m_next;
    const char *m_end;
    bool m_ok = true;
};

} // namespace Pongwatch
