// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// One HTTP status has several causes that are repaired in different places; the rest of the answer tells
/// them apart. The rules are in docs/verdicts.md.
enum class RejectionKind : quint8 {
    ByStatus,           ///< the status says it all
    TlsWanted,          ///< a TLS port was spoken to in plain text, or only TLS is served
    CertificateWanted,  ///< TLS is fine, but a client certificate is missing
    CertificateRefused, ///< or not accepted
    UpgradeTakenAway,   ///< a proxy did not pass on the headers that ask for a WebSocket
    OldHttp,            ///< a proxy speaks HTTP/1.0 to the server
    OtherVersion,       ///< the server speaks other versions of the WebSocket protocol only
    Challenge,          ///< a proxy wants to see that a person is there
    LoginPage,          ///< it redirects to one
};

/// `secure`: the URL was wss. Any thread.
[[nodiscard]] RejectionKind rejectionKind(const HttpAnswer &answer, bool secure);

/// A proxy, balancer or CDN that the answer's headers give away: "cloudflare", "1.1 varnish"; empty: none.
[[nodiscard]] QString proxyHint(const HttpAnswer &answer);

/// The sentences about Cause::HandshakeRejected. Translated.
[[nodiscard]] QString explainRejection(const Verdict &verdict);

/// Where to look after it.
[[nodiscard]] Suspicion suspicionOfRejection(const Verdict &verdict);

} // namespace Pongwatch
