// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <QStringList>

namespace Pongwatch
{

struct HttpAnswer;
struct Opened;
struct ProxyUse;
struct Verdict;

/// The secrets of one connection, to be removed from what its peer and the proxies on the way say: a server
/// that answers "unknown token eyJ…" must not put our token into a log.
class SecretMask
{
public:
    /// Shorter values may be ordinary words: masking them would ruin every sentence.
    static constexpr qsizetype shortest = 6;

    /// A heartbeat's text is hidden entirely where a peer is quoted. Where people look at messages, only the
    /// secrets in it are.
    enum class Heartbeat : quint8 { Hidden, Shown };

    explicit SecretMask(const ConnectionSettings &settings, Heartbeat heartbeat = Heartbeat::Hidden);

    /// Returns `text` with secretMask in place of each secret.
    [[nodiscard]] QString in(QString text) const;

    /// The same for the bytes of a message, in which secrets are UTF-8. A message of several frames may be
    /// split within a secret: if a frame begins with the end of one, that is masked as well.
    [[nodiscard]] QByteArray inMessage(QByteArray bytes) const;

    /// Masks everything in the event that the other end could have influenced.
    void apply(Opened &opened) const;
    void apply(Verdict &verdict) const;

private:
    void apply(HttpAnswer &answer) const;
    void apply(std::optional<ProxyUse> &proxy) const;
    void add(const QString &secret);
    void addUrl(const QUrl &url);

    QStringList m_secrets; ///< longest first, so that none is broken by a shorter one inside it
};

} // namespace Pongwatch
