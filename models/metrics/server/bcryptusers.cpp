// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/server/bcryptusers.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <memory>

#include <crypt.h>

namespace Pongwatch
{

namespace
{

struct BcryptStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::MetricsServer)
};

/// In a time that does not tell where they differ.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

bool isPasswordOf(const QByteArray &hash, const QByteArray &password)
{
    const auto data = std::make_unique<crypt_data>(); // 32 KiB
    const char *computed = ::crypt_r(password.constData(), hash.constData(), data.get());
    return computed && sameBytes(QByteArray(computed), hash);
}

/// Of no password that anybody knows; what unknown users are compared with.
QByteArray nobodysHash()
{
    return QByteArrayLiteral("$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi");
}

} // namespace

QString BcryptUsers::whyUnusable(const QByteArray &hash)
{
    static const QRegularExpression form(QStringLiteral("^\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}$"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(hash));
    if (!match.hasMatch())
        return BcryptStrings::tr("it is not a bcrypt hash ($2y$…, 60 characters)");
    const int cost = match.captured(1).toInt();
    if (cost < 4 || cost > highestCost)
        return BcryptStrings::tr("the cost of the bcrypt hash is %1; it must be 4 to %2")
            .arg(cost)
            .arg(highestCost);
    return {};
}

bool BcryptUsers::allows(const QByteArray &authorization)
{
    if (authorization.size() < 6 || authorization.left(6).toLower() != "basic ")
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(authorization.mid(6).trimmed(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray login = decoded.decoded;
    const qsizetype colon = login.indexOf(':');
    if (!decoded || colon < 0 || login.contains('\0'))
        return false;
    const QByteArray user = login.left(colon);
    const QByteArray password = login.mid(colon + 1);
    const auto known = m_hashes.constFind(user);
    const QByteArray hash = known == m_hashes.constEnd() ? nobodysHash() : *known;
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray(login + '\0' + hash), QCryptographicHash::Sha256);
    if (m_remembered.contains(digest))
        return true;
    if (!isPasswordOf(hash, password) || known == m_hashes.constEnd())
        return false;
    if (m_remembered.size() >= mostRemembered)
        m_remembered.clear();
    m_remembered.insert(digest);
    return true;
}

} // namespace Pongwatch
