// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace Pongwatch::TestSupport
{

/// Remembers all that a transport tells, and its order.
class RecordingListener : public TransportListener
{
public:
    void transportOpened(const Opened &how) override
    {
        order << QStringLiteral("opened");
        opened = how;
        if (onOpened)
            onOpened();
    }
    void pongReceived(QByteArrayView payload, const FrameRead &read) override
    {
        order << QStringLiteral("pong");
        pongs << payload.toByteArray();
        pongReads << read;
        if (onPong)
            onPong();
    }
    void closeFrameReceived(const CloseFrame &frame) override
    {
        order << QStringLiteral("close");
        closeFrame = frame;
        if (onClose)
            onClose();
    }
    void messageReceived(bool binary, const QByteArray &payload, qint64 size, const FrameRead &) override
    {
        order << QStringLiteral("message");
        lastMessageBinary = binary;
        messages << payload;
        messageSizes << size;
        if (onMessage)
            onMessage();
    }
    void transportEnded(const TransportEnd &how) override
    {
        order << QStringLiteral("ended");
        end = how;
        if (onEnded)
            onEnded();
    }

    QStringList order;
    std::optional<Opened> opened;
    QList<QByteArray> pongs;
    QList<FrameRead> pongReads;
    std::optional<CloseFrame> closeFrame;
    bool lastMessageBinary = false;
    QList<QByteArray> messages;
    QList<qint64> messageSizes;
    std::optional<TransportEnd> end;
    std::function<void()> onOpened;
    std::function<void()> onPong;
    std::function<void()> onClose;
    std::function<void()> onMessage;
    std::function<void()> onEnded;
};

} // namespace Pongwatch::TestSupport
