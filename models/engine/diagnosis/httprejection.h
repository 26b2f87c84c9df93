// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// One HTTP status can have several causes, which are fixed in different places; the rest of the answer tells
/// them apart. The rules are in docs/verdicts.md.
enum class RejectionKind : quint8 {
    ByStatus,           ///< the status alone says what is wrong
    TlsWanted,          ///< plain text was sent to a TLS port, or only TLS is served
    CertificateWanted,  ///< TLS is fine, but a client certificate is missing
    CertificateRefused, ///< it was sent, but not accepted
    UpgradeTakenAway,   ///< a proxy did not pass on the headers that ask for an upgrade
    OldHttp,            ///< a proxy speaks HTTP/1.0 to the server
    OtherVersion,       ///< the server speaks only other versions of the protocol
    Challenge,          ///< a proxy wants proof that a person is there
    LoginPage,          ///< it redirects to a login page
};

/// `secure`: the URL was wss. Any thread.
[[nodiscard]] RejectionKind rejectionKind(const HttpAnswer &answer, bool secure);

/// A proxy, balancer or CDN that the answer's headers reveal: "cloudflare", "1.1 varnish"; empty: none.
[[nodiscard]] QString proxyHint(const HttpAnswer &answer);

/// The sentences about Cause::HandshakeRejected. Translated.
[[nodiscard]] QString explainRejection(const Verdict &verdict);

/// Where to look after Cause::HandshakeRejected.
[[nodiscard]] Suspicion suspicionOfRejection(const Verdict &verdict);

} // namespace Pongwatch
