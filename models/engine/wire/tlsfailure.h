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

/// What is wrong with the server's certificate, from Qt's error numbers; if there are several, the one that
/// should be fixed first. Any thread.
[[nodiscard]] TlsFault faultOfCertificate(const QList<QSslError> &errors);

/// The number of the first OpenSSL error that Qt quotes ("error:0A000418:…"); nullopt: none. It is the same
/// in every language and version of OpenSSL 3 (ERR_PACK: eight bits of library, 23 of reason).
[[nodiscard]] std::optional<quint32> opensslErrorIn(QStringView text);

/// Whether OpenSSL's error means that the other side ended the TCP connection.
[[nodiscard]] bool isUnexpectedEof(quint32 opensslError);

/// What is known of a failed handshake besides OpenSSL's number.
struct TlsCircumstances {
    std::optional<quint8> alertReceived;
    bool certificateRequested = false;
    bool certificateConfigured = false;
};

/// Why a handshake failed, from the alert that the server sent (RFC 8446 6) or from OpenSSL's error. An alert
/// in OpenSSL's numbers (1000 and above) was sent by the other side.
[[nodiscard]] TlsFailure tlsFailureFrom(std::optional<quint32> opensslError, const TlsCircumstances &known);

/// Checks whether a certificate is for this host by RFC 9525: by its subjectAltName alone, never by its CN; a
/// wildcard stands for the whole first label. `host`: a name in ASCII (URL, fully encoded) or an address.
/// nullopt: it is; otherwise WrongHost, or NoSubjectAltName if it has no host names at all.
[[nodiscard]] std::optional<TlsFault> nameFault(const QSslCertificate &certificate, const QString &host);

} // namespace Pongwatch
