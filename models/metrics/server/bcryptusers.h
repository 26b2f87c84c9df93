// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>

namespace Pongwatch
{

/// Users of HTTP's basic authentication with the bcrypt hashes of their passwords. One thread: allows()
/// takes as long as the hash is meant to take (60 ms at the usual cost of 10).
class BcryptUsers
{
public:
    /// More would hold the server up for seconds a request: the time doubles with each.
    static constexpr int highestCost = 14;

    /// Why this is no hash that can be used, as a clause; empty: it can be.
    [[nodiscard]] static QString whyUnusable(const QByteArray &hash);

    void add(const QByteArray &user, const QByteArray &hash) { m_hashes.insert(user, hash); }
    [[nodiscard]] bool isEmpty() const { return m_hashes.isEmpty(); }

    /// Whether the value of an Authorization header ("Basic …") names a user with the right password. A user
    /// that there is not takes as long as a wrong password. What was right once is remembered (as a digest).
    [[nodiscard]] bool allows(const QByteArray &authorization);

private:
    static constexpr qsizetype mostRemembered = 100;

    QHash<QByteArray, QByteArray> m_hashes;
    QSet<QByteArray> m_remembered; // digests of user, password and hash
};

} // namespace Pongwatch
