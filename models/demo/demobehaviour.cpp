// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demobehaviour.h"

#include "demo/demoanswering.h"
#include "demo/demoending.h"
#include "demo/demoframes.h"
#include "demo/demomessages.h"

namespace Pongwatch
{

namespace
{

std::unique_ptr<DemoBehaviour> oneStep(DemoStep::Kind kind, const DemoPath &path,
                                       const QByteArray &bytes = {})
{
    return std::make_unique<OneStepBehaviour>(DemoStep{kind, path.after, bytes});
}

} // namespace

DemoSteps DemoBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    return {{DemoStep::Kind::Answer, {}, demoAnswer(ping)}};
}

DemoSteps DemoBehaviour::messaged(const QByteArray &echo)
{
    // Not an Answer step: messages don't wait behind delayed pongs, where a client could pile them up.
    return {{DemoStep::Kind::Send, {}, echo}};
}

DemoSteps DemoBehaviour::ticked(const DemoMoment & /*moment*/)
{
    return {};
}

QByteArray demoAnswer(const DemoPing &ping)
{
    return ping.heartbeat ? demoFrame(DemoOpcode::Text, R"({"op":"pong"})")
                          : demoFrame(DemoOpcode::Pong, ping.payload);
}

std::unique_ptr<DemoBehaviour> makeDemoBehaviour(const DemoPath &path, quint32 seed)
{
    using Step = DemoStep::Kind;
    switch (path.kind) {
    case DemoKind::Steady:
        break;
    case DemoKind::Jitter:
        return std::make_unique<JitterBehaviour>(path.delay, seed);
    case DemoKind::Spikes:
        return std::make_unique<SpikesBehaviour>(path.number, path.delay);
    case DemoKind::Slow:
        return std::make_unique<SpikesBehaviour>(1, path.delay);
    case DemoKind::Stall:
        return oneStep(Step::FallSilent, path);
    case DemoKind::Newest:
        return std::make_unique<NewestBehaviour>(path.number, path.delay);
    case DemoKind::Wrong:
        return std::make_unique<WrongBehaviour>();
    case DemoKind::Unsolicited:
        return std::make_unique<UnsolicitedBehaviour>();
    case DemoKind::Duplicate:
        return std::make_unique<DuplicateBehaviour>();
    case DemoKind::Close:
        return oneStep(Step::SendClose, path,
                       demoCloseFrame(static_cast<quint16>(path.number), path.reason.toUtf8()));
    case DemoKind::EmptyClose:
        return oneStep(Step::SendClose, path, demoFrame(DemoOpcode::Close, {}));
    case DemoKind::Eof:
        return oneStep(Step::EndOfFile, path);
    case DemoKind::Reset:
        return oneStep(Step::Reset, path);
    case DemoKind::Idle:
        return std::make_unique<IdleBehaviour>(path.after);
    case DemoKind::Reject:
        return std::make_unique<UpgradeBehaviour>(DemoUpgrade::Reject);
    case DemoKind::BadAccept:
        return std::make_unique<UpgradeBehaviour>(DemoUpgrade::AcceptWrongly);
    case DemoKind::Hang:
        return std::make_unique<UpgradeBehaviour>(DemoUpgrade::Never);
    case DemoKind::Flood:
        return std::make_unique<FloodBehaviour>(path.number);
    case DemoKind::Huge:
        return oneStep(Step::Send, path, demoHugeFrame());
    case DemoKind::Garbage:
        return oneStep(Step::Send, path, demoGarbage());
    case DemoKind::Fragments:
        return std::make_unique<FragmentsBehaviour>();
    }
    return std::make_unique<DemoBehaviour>();
}

} // namespace Pongwatch
