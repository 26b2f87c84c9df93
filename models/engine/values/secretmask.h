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

/// The secrets of one connection, to be taken out of what its peer and the proxies before it say: a server
/// that answers "unknown token eyJ…" is not to put our token into a log.
class SecretMask
{
public:
    /// Shorter values are taken for words: masking them would spoil every sentence.
    static constexpr qsizetype shortest = 6;

    /// A heartbeat's text is hidden as a whole where a peer is quoted. Where messages are looked at only the
    /// secrets in it are.
    enum class Heartbeat : quint8 { Hidden, Shown };

    explicit SecretMask(const ConnectionSettings &settings, Heartbeat heartbeat = Heartbeat::Hidden);

    /// `text` with secretMask in place of each secret.
    [[nodiscard]] QString in(QString text) const;

    /// The same of the bytes of a message, in which secrets are UTF-8. A message in several frames may be cut
    /// within a secret: the end of one that a frame begins with is masked as well.
    [[nodiscard]] QByteArray inMessage(QByteArray bytes) const;

    /// The same for all that another end had a say in.
    void apply(Opened &opened) const;
    void apply(Verdict &verdict) const;

private:
    void apply(HttpAnswer &answer) const;
    void apply(std::optional<ProxyUse> &proxy) const;
    void add(const QString &secret);
    void addUrl(const QUrl &url);

    QStringList m_secrets; ///< longest first, so that none is cut by one that it contains
};

} // namespace Pongwatch
