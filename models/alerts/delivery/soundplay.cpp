// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/soundplay.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QtEndian>

#include <cmath>
#include <numbers>

namespace Pongwatch
{

namespace
{

template <typename Number>
void appendLittleEndian(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

bool isServerThere(const char *name)
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo::exists(folder + u'/' + QString::fromLatin1(name));
}

/// With what it has to be told to say nothing.
QStringList soundPlayer()
{
    QList<QStringList> players;
    if (isServerThere("pipewire-0"))
        players.append(QStringList{QStringLiteral("pw-play")});
    if (isServerThere("pulse/native") || qEnvironmentVariableIsSet("PULSE_SERVER"))
        players.append(QStringList{QStringLiteral("paplay")});
    players.append(QStringList{QStringLiteral("aplay"), QStringLiteral("-q")});
    for (const QStringList &player : players)
        if (!QStandardPaths::findExecutable(player.first()).isEmpty())
            return player;
    return {};
}

} // namespace

QByteArray alertTones(bool isOver)
{
    constexpr quint32 rate = 22'050;
    constexpr double volume = 0.4;
    constexpr double toneSeconds = 0.2;
    constexpr double fadeSeconds = 0.02; // without a click
    constexpr double high = 880;
    constexpr double low = 660;
    constexpr int samplesPerTone = static_cast<int>(rate * toneSeconds);
    QByteArray data;
    for (const double frequency : {isOver ? low : high, isOver ? high : low}) {
        for (int i = 0; i < samplesPerTone; ++i) {
            const double at = double(i) / rate;
            const double fade = std::min({1.0, at / fadeSeconds, (toneSeconds - at) / fadeSeconds});
            const double value = volume * fade * std::sin(2 * std::numbers::pi * frequency * at);
            appendLittleEndian(data, static_cast<qint16>(value * 32'767));
        }
    }
    // http://soundfile.sapp.org/doc/WaveFormat/
    QByteArray file("RIFF");
    appendLittleEndian(file, quint32(36 + data.size()));
    file += "WAVEfmt ";
    appendLittleEndian(file, quint32(16));
    appendLittleEndian(file, quint16(1)); // PCM
    appendLittleEndian(file, quint16(1)); // one channel
    appendLittleEndian(file, rate);
    appendLittleEndian(file, quint32(rate * 2));
    appendLittleEndian(file, quint16(2));
    appendLittleEndian(file, quint16(16));
    file += "data";
    appendLittleEndian(file, quint32(data.size()));
    return file + data;
}

std::optional<CommandJob> soundJob(const SoundWay &way, const Delivery &delivery)
{
    const QStringList player = soundPlayer();
    if (player.isEmpty())
        return std::nullopt;
    CommandJob job;
    job.program = player.first();
    job.arguments = player.mid(1);
    if (way.file.isEmpty()) {
        job.inherited =
            alertTones(delivery.payload.value(QStringLiteral("state")) == QLatin1String("resolved"));
        job.inheritedArgument = QStringLiteral("%1");
    } else {
        job.arguments.append(QFileInfo(way.file).absoluteFilePath());
    }
    return job;
}

} // namespace Pongwatch
