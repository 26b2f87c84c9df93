// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/engine/causes/causeprobe.h"
#include "workspace/dialoguepreset.h"

#include <algorithm>

namespace Pongwatch::TestSupport
{

using Parameters = QList<std::pair<QString, QString>>;

inline QUrl urlOf(quint16 port)
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port));
}

/// Settings that speak as the preset says, with a ping or heartbeat each `interval`.
inline ConnectionSettings speaking(const QString &preset, quint16 port, milliseconds interval,
                                   const Parameters &parameters = {})
{
    ConnectionSettings settings = pingEvery(urlOf(port), interval, seconds(10));
    DialogueSettings dialogue;
    dialogue.preset = preset;
    dialogue.parameters = parameters;
    settings.dialogue = SharedDialogue(dialogue);
    const Result<ConnectionSettings> filled = withPreset(settings, QString());
    return filled ? filled.value() : ConnectionSettings();
}

/// How many of the probe's pings were answered.
inline int answered(const CauseProbe &probe)
{
    return static_cast<int>(
        std::count_if(probe.samples().begin(), probe.samples().end(),
                      [](const PingSample &sample) { return hasRoundTrip(sample.outcome); }));
}

} // namespace Pongwatch::TestSupport
