// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>
#include <QStringView>

#include <optional>

namespace Pongwatch
{

/// What is wrong with the server's certificate, by the numbers of Qt's findings; of several that one which is
/// to be repaired first. Any thread.
[[nodiscard]] TlsFault faultOfCertificate(const QList<QSslError> &errors);

/// The number of OpenSSL's first error that Qt quotes ("error:0A000418:…"); nullopt: there is none. The
/// number is the same in every language and version of 3 (ERR_PACK: eight bits of library, 23 of reason).
[[nodiscard]] std::optional<quint32> opensslErrorIn(QStringView text);

/// OpenSSL's error says that the other side ended the TCP connection.
[[nodiscard]] bool isUnexpectedEof(quint32 opensslError);

/// What is known of a failed handshake beside OpenSSL's number.
struct TlsCircumstances {
    std::optional<quint8> alertReceived;
    bool certificateRequested = false;
    bool certificateConfigured = false;
};

/// Why a handshake failed: by the alert that the server sent (RFC 8446 6), or by OpenSSL's error. An alert in
/// OpenSSL's numbers (1000 and more) was sent by the other side.
[[nodiscard]] TlsFailure tlsFailureFrom(std::optional<quint32> opensslError, const TlsCircumstances &known);

/// Whether a certificate is one of this host by RFC 9525: by its subjectAltName alone, never by its CN; a
/// wildcard stands for one whole label, the first. `host`: a name in ASCII (URL, fully encoded) or an
/// address. nullopt: it is; else WrongHost, or NoSubjectAltName where there is no name of any host.
[[nodiscard]] std::optional<TlsFault> nameFault(const QSslCertificate &certificate, const QString &host);

} // namespace Pongwatch
