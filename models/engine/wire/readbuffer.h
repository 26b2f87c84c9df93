// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/wirecontext.h"

#include <utility>

namespace Pongwatch
{

/// Borrows the thread's read buffer for a read and for what the listener does with it. If an event loop runs
/// inside a listener, and another stream reads there, that stream gets a buffer of its own.
class ReadBuffer
{
public:
    explicit ReadBuffer(WireContext &context)
        : m_context(context)
        , m_nested(std::exchange(context.readBufferInUse, true))
    {
        if (m_nested)
            m_own.resize(WireContext::readBytesAtOnce);
    }
    ~ReadBuffer()
    {
        if (!m_nested)
            m_context.readBufferInUse = false;
    }
    ReadBuffer(const ReadBuffer &) = delete;
    ReadBuffer &operator=(const ReadBuffer &) = delete;

    [[nodiscard]] char *data() { return buffer().data(); }
    [[nodiscard]] std::size_t size() { return buffer().size(); }

private:
    [[nodiscard]] std::vector<char> &buffer() { return m_nested ? m_own : m_context.readBuffer; }

    WireContext &m_context;
    std::vector<char> m_own;
    bool m_nested;
};

} // namespace Pongwatch
