// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/dialway.h"

#include "engine/diagnosis/phrases.h"

#include <QCoreApplication>
#include <QStringList>

namespace Pongwatch
{

namespace
{

struct DialWayStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DialWay)
};

QString whatTheProxyDid(const ProxyUse &proxy)
{
    const QString name = proxyWithSource(proxy);
    switch (proxy.fault) {
    case ProxyFault::NotResolved:
        return DialWayStrings::tr(
                   "The name of %1 can't be resolved: check its spelling and the name servers.")
            .arg(name);
    case ProxyFault::NotReached:
        return DialWayStrings::tr("No connection to %1: nothing listens there, or it can't be reached.")
            .arg(name);
    case ProxyFault::NoAnswer:
        return DialWayStrings::tr("No answer from %1: it is down, or something drops the packets to it.")
            .arg(name);
    case ProxyFault::Ended:
        return DialWayStrings::tr("%1 ended the connection before it had reached the server.").arg(name);
    case ProxyFault::WantsLogin:
        return DialWayStrings::tr("%1 requires a user name and password, or different ones.").arg(name);
    case ProxyFault::Forbids:
        return DialWayStrings::tr("The rules of %1 forbid this connection.").arg(name);
    case ProxyFault::NotAProxy:
        return DialWayStrings::tr("What answers is no proxy of this kind: check address and kind of %1.")
            .arg(name);
    case ProxyFault::TargetUnresolved:
        return DialWayStrings::tr("%1 can't resolve the server's host name: check the URL.").arg(name);
    case ProxyFault::TargetRefused:
        return DialWayStrings::tr(
                   "The server refused the connection of %1: nothing listens on this port, or a "
                   "firewall rejects it. Is the server running?")
            .arg(name);
    case ProxyFault::TargetUnreachable:
        return DialWayStrings::tr("%1 has no route to the server.").arg(name);
    case ProxyFault::TargetSilent:
        return DialWayStrings::tr("The server did not answer %1 in time.").arg(name);
    case ProxyFault::TargetFailed:
        return DialWayStrings::tr("%1 could not reach the server.").arg(name);
    case ProxyFault::NotSupported: // the detail says which kind it is, and what to do
        return DialWayStrings::tr("%1 can't be used.").arg(name);
    case ProxyFault::None:
        break;
    }
    return DialWayStrings::tr("No connection through %1.").arg(name);
}

QString whatTheProxySaid(const ProxyUse &proxy)
{
    if (proxy.socksReply)
        return DialWayStrings::tr("Its answer: %1 (RFC 1928).").arg(spokenNumber(*proxy.socksReply));
    if (!proxy.answer)
        return {};
    const QString status = QString::number(proxy.answer->status);
    const QString squid = proxy.answer->header(QLatin1String("X-Squid-Error"));
    const QString said = !squid.isEmpty()               ? squid
                         : proxy.answer->body.isEmpty() ? proxy.answer->reason
                                                        : proxy.answer->body;
    return said.isEmpty() ? DialWayStrings::tr("Its answer: HTTP status %1.").arg(status)
                          : DialWayStrings::tr("Its answer: HTTP status %1, %2.")
                                .arg(status, quoted(said, HttpAnswer::maxBody));
}

QString upperFirst(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

} // namespace

QString proxyWithSource(const ProxyUse &proxy)
{
    const QString address = harmless(proxy.address);
    switch (proxy.source) {
    case ProxySource::Profile:
        return DialWayStrings::tr("the proxy %1 (from the profile)").arg(address);
    case ProxySource::Environment:
        //: %2 is the name of an environment variable, like https_proxy
        return DialWayStrings::tr("the proxy %1 (from %2)").arg(address, harmless(proxy.variable));
    case ProxySource::System:
        break;
    }
    return DialWayStrings::tr("the proxy %1 (from the system's settings)").arg(address);
}

QString explainProxy(const Verdict &verdict)
{
    if (!verdict.proxy) {
        return DialWayStrings::tr(
            "The proxy did not connect this side to the server: check the proxy's address, "
            "credentials and rules.");
    }
    const QString did = upperFirst(whatTheProxyDid(*verdict.proxy));
    if (verdict.proxy->fault == ProxyFault::NotSupported) {
        //: %1 a sentence, %2 a clause with the reason
        return verdict.detail.isEmpty() ? did
                                        : DialWayStrings::tr("%1 The reason: %2.").arg(did, verdict.detail);
    }
    QString said = whatTheProxySaid(*verdict.proxy);
    if (said.isEmpty() && !verdict.detail.trimmed().isEmpty())
        said = DialWayStrings::tr("The system says: %1.").arg(quoted(verdict.detail));
    //: two sentences, one after the other
    return said.isEmpty() ? did : DialWayStrings::tr("%1 %2").arg(did, said);
}

Suspicion suspicionOfProxy(const Verdict &verdict)
{
    switch (verdict.proxy ? verdict.proxy->fault : ProxyFault::None) {
    case ProxyFault::NotResolved:
        return {Suspect::ThisSide, Suspect::Network};
    case ProxyFault::WantsLogin:
    case ProxyFault::NotSupported:
        return {Suspect::ThisSide, {}};
    case ProxyFault::NotAProxy:
        return {Suspect::ThisSide, Suspect::Proxy};
    case ProxyFault::NoAnswer:
        return {Suspect::Proxy, Suspect::Network};
    case ProxyFault::Ended:
        return {Suspect::Proxy, Suspect::Peer};
    case ProxyFault::TargetUnresolved: // the name in the URL, or the server's own
        return {Suspects(Suspect::ThisSide) | Suspect::Peer, {}};
    case ProxyFault::TargetRefused:
        return {Suspect::Peer, Suspect::ThisSide};
    case ProxyFault::TargetUnreachable:
    case ProxyFault::TargetSilent:
        return {Suspects(Suspect::Network) | Suspect::Peer, Suspect::Proxy};
    case ProxyFault::TargetFailed:
        return {Suspect::Peer, Suspects(Suspect::ThisSide) | Suspect::Proxy};
    case ProxyFault::None:
    case ProxyFault::NotReached:
    case ProxyFault::Forbids:
        break;
    }
    return {Suspect::Proxy, Suspect::ThisSide};
}

QString explainAttempts(const QList<AddressAttempt> &attempts)
{
    QString all;
    for (const AddressAttempt &attempt : attempts) {
        const QString address = harmless(attempt.address);
        QString one;
        switch (attempt.outcome) {
        case AddressOutcome::NoAnswer:
            one =
                DialWayStrings::tr("%1 did not answer within %2").arg(address, spokenDuration(attempt.took));
            break;
        case AddressOutcome::Refused:
            one = DialWayStrings::tr("%1 refused the connection").arg(address);
            break;
        case AddressOutcome::Unreachable:
            one = DialWayStrings::tr("%1 can't be reached").arg(address);
            break;
        case AddressOutcome::Failed:
            one = DialWayStrings::tr("%1 failed with error %2").arg(address, QString::number(attempt.error));
            break;
        }
        //: parts of a list in a sentence
        all = all.isEmpty() ? one : DialWayStrings::tr("%1; %2").arg(all, one);
    }
    //: a whole sentence made of a list
    return all.isEmpty() ? all : DialWayStrings::tr("%1.").arg(all);
}

} // namespace Pongwatch
