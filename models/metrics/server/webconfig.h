// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "metrics/server/bcryptusers.h"

#include <QSslConfiguration>
#include <QStringList>

#include <optional>

namespace Pongwatch
{

/// What is asked of a client's certificate; the words are those of Go's crypto/tls.
enum class ClientCertificate : quint8 {
    NotWanted,     ///< NoClientCert
    Requested,     ///< RequestClientCert: asked for, and taken whatever it is
    RequiredAny,   ///< RequireAnyClientCert: whoever signed it
    VerifiedIfAny, ///< VerifyClientCertIfGiven
    Required,      ///< RequireAndVerifyClientCert
};

/// How a server of metrics is protected: what Prometheus' exporters read by --web.config.file.
struct WebConfig {
    std::optional<QSslConfiguration> tls; ///< nullopt: plain HTTP
    ClientCertificate clientCertificate = ClientCertificate::NotWanted;
    BcryptUsers users; ///< empty: nobody is asked for a password
    QStringList files; ///< it was read from
};

/// Reads such a file and those that it names, relative to its folder
/// (https://prometheus.io/docs/prometheus/latest/configuration/https/). Supported are cert_file, key_file,
/// client_ca_file, client_auth_type, min_version, max_version, http2 and basic_auth_users; any other key is
/// an error, as what is meant to protect must not be skipped. Blocks for as long as the disk does, up to some
/// seconds.
[[nodiscard]] Result<WebConfig> readWebConfig(const QString &path);

} // namespace Pongwatch
