// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/seenframe.h"

namespace Pongwatch
{

QLatin1String toWord(FrameDirection direction)
{
    switch (direction) {
    case FrameDirection::None:
        break;
    case FrameDirection::Sent:
        return QLatin1String("sent");
    case FrameDirection::Received:
        return QLatin1String("received");
    }
    return QLatin1String("none");
}

QLatin1String toWord(FrameKind kind)
{
    switch (kind) {
    case FrameKind::Text:
        return QLatin1String("text");
    case FrameKind::Binary:
        return QLatin1String("binary");
    case FrameKind::Continuation:
        return QLatin1String("continuation");
    case FrameKind::Close:
        return QLatin1String("close");
    case FrameKind::Ping:
        return QLatin1String("ping");
    case FrameKind::Pong:
        return QLatin1String("pong");
    case FrameKind::Reserved:
        break;
    case FrameKind::Request:
        return QLatin1String("request");
    case FrameKind::Answer:
        return QLatin1String("answer");
    case FrameKind::Opened:
        return QLatin1String("opened");
    case FrameKind::Ended:
        return QLatin1String("ended");
    case FrameKind::Missed:
        return QLatin1String("missed");
    }
    return QLatin1String("reserved");
}

QLatin1String toWord(FramePlace::Role role)
{
    switch (role) {
    case FramePlace::Role::None:
        break;
    case FramePlace::Role::Step:
        return QLatin1String("step");
    case FramePlace::Role::StepDone:
        return QLatin1String("step-done");
    case FramePlace::Role::StepRefused:
        return QLatin1String("step-refused");
    case FramePlace::Role::Asked:
        return QLatin1String("asked");
    case FramePlace::Role::Answer:
        return QLatin1String("answer");
    case FramePlace::Role::Heartbeat:
        return QLatin1String("heartbeat");
    case FramePlace::Role::HeartbeatAnswer:
        return QLatin1String("heartbeat-answer");
    case FramePlace::Role::OwnPing:
        return QLatin1String("ping");
    case FramePlace::Role::PongOfOwn:
        return QLatin1String("pong");
    case FramePlace::Role::StrayPong:
        return QLatin1String("stray-pong");
    case FramePlace::Role::ReplyPong:
        return QLatin1String("reply-pong");
    case FramePlace::Role::User:
        return QLatin1String("user");
    }
    return QLatin1String("none");
}

} // namespace Pongwatch
