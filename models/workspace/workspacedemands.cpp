// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspacedemands.h"

#include "engine/values/foreigntext.h"
#include "settings/dialoguetext.h"
#include "settings/proxytext.h"
#include "workspace/urlreferences.h"
#include "workspace/wayfields.h"

#include <QCoreApplication>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// More than a path (4,096 bytes) or a host's name can have.
constexpr qsizetype longestShown = 5000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WorkspaceDemand)
};

/// Scheme, host and port: a secret that may go to a host over TLS may not go to it unencrypted. The host as
/// DNS has it (xn--…), because letters of other scripts look like those of another host.
QString receiverOf(const QUrl &url)
{
    const bool isTls = url.scheme() == QLatin1String("wss") || url.scheme() == QLatin1String("https");
    const int usual = isTls ? 443 : 80;
    const QString name = url.host(QUrl::FullyEncoded);
    const QString host = name.contains(u':') ? u'[' + name + u']' : name;
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), host, QString::number(url.port(usual)));
}

/// Collects what one profile wants.
class Gatherer
{
public:
    Gatherer(QString receiver, const QString &peer)
        : m_receiver(std::move(receiver))
        , m_peer(peer)
    {
    }

    void add(WorkspaceDemand::Kind kind, const QString &name, const QString &receiver)
    {
        const WorkspaceDemand demand{kind, name, receiver, {m_peer}};
        if (!m_demands.contains(demand))
            m_demands.append(demand);
    }
    void add(WorkspaceDemand::Kind kind, const QString &name) { add(kind, name, m_receiver); }

    void addReference(const std::optional<SecretReference> &reference, const QString &receiver)
    {
        if (!reference)
            return;
        if (reference->kind == SecretReference::Kind::Environment)
            add(WorkspaceDemand::Kind::Variable, reference->name, receiver);
        else if (reference->kind == SecretReference::Kind::Keychain)
            add(WorkspaceDemand::Kind::KeychainEntry, reference->name, receiver);
    }
    void addReference(const std::optional<SecretReference> &reference)
    {
        addReference(reference, m_receiver);
    }

    void addProxy(ProxySettings proxy, const std::optional<SecretReference> &secret)
    {
        if (proxy.kind != ProxyKind::Http && proxy.kind != ProxyKind::Socks5)
            return;
        proxy.user.clear();
        const QString address = proxyText(proxy);
        add(WorkspaceDemand::Kind::Proxy, address);
        addReference(secret, address);
    }

    [[nodiscard]] const QString &receiver() const { return m_receiver; }
    [[nodiscard]] const QList<WorkspaceDemand> &demands() const { return m_demands; }

private:
    QString m_receiver;
    QString m_peer;
    QList<WorkspaceDemand> m_demands;
};

bool comesFirst(const WorkspaceDemand &a, const WorkspaceDemand &b)
{
    return a.kind < b.kind;
}

} // namespace

QList<WorkspaceDemand> demandsOf(const Workspace &workspace, const ProfilePlace &place)
{
    using Kind = WorkspaceDemand::Kind;
    const Profile &profile = workspace.at(place);
    const QUrl url(profile.url, QUrl::StrictMode);
    const ProfileSettings settings = workspace.layeredSettings(place);
    // Data go to the address that is dialled, whatever is in the URL.
    const QString other = settings.connectTo.value_or(QString());
    Gatherer gatherer(other.isEmpty() ? receiverOf(url)
                                      : QStringLiteral("%1 (%2)").arg(receiverOf(url), other),
                      profile.name);
    if (other.startsWith(QLatin1String("unix:")))
        gatherer.add(Kind::File, other.mid(5));
    if (settings.authKind.value_or(AuthKind::None) != AuthKind::None)
        gatherer.addReference(settings.authSecret);
    const ProfileSettings::Headers headers = settings.headers.value_or(ProfileSettings::Headers());
    for (const auto &header : headers)
        gatherer.addReference(SecretReference::parse(header.second));
    const QStringList subprotocols = settings.subprotocols.value_or(QStringList());
    for (const QString &subprotocol : subprotocols)
        gatherer.addReference(SecretReference::parse(subprotocol));
    const QList<SecretReference> inUrl = secretReferencesIn(url);
    for (const SecretReference &reference : inUrl)
        gatherer.addReference(reference);
    for (const SecretReference &reference :
         secretReferencesIn(workspace.effectiveSettings(place).dialogue.value()))
        gatherer.addReference(reference);
    gatherer.addProxy(settings.proxy.value_or(ProxySettings()), settings.proxySecret);
    const auto addTrustIn = [&gatherer, &settings](const QString &reached) {
        if (settings.tlsCaFile && !settings.tlsCaFile->isEmpty())
            gatherer.add(Kind::File, *settings.tlsCaFile, reached);
        if (!settings.tlsVerify.value_or(true))
            gatherer.add(Kind::NoVerification, {}, reached);
    };
    if (url.scheme() == QLatin1String("wss")) {
        addTrustIn(gatherer.receiver());
        for (const auto &file : {settings.tlsClientCertificate, settings.tlsClientKey}) // stay with this host
            if (file && !file->isEmpty())
                gatherer.add(Kind::File, *file);
    }
    // A redirect leads to TLS from anywhere, and goes on with the same settings wherever it leads.
    if (settings.followRedirects.value_or(false))
        addTrustIn(QStringLiteral("%1 → wss://*").arg(gatherer.receiver()));
    QList<WorkspaceDemand> demands = gatherer.demands();
    std::stable_sort(demands.begin(), demands.end(), comesFirst);
    return demands;
}

QList<WorkspaceDemand> demandsOf(const AlertWay &way)
{
    using Kind = WorkspaceDemand::Kind;
    if (const auto *command = std::get_if<CommandWay>(&way.how))
        return {{Kind::Command, wayCommandText(*command), QStringLiteral("alerts"), {way.name}}};
    if (const auto *apprise = std::get_if<AppriseWay>(&way.how)) {
        Gatherer gatherer(QStringLiteral("apprise"), way.name);
        gatherer.addReference(apprise->url);
        gatherer.add(Kind::Alerts, {}, apprise->url.text());
        return gatherer.demands();
    }
    if (const auto *webhook = std::get_if<WebhookWay>(&way.how)) {
        // Where it goes is as secret as the URL, but it is the same place for all that go with it.
        const bool isSecret = webhook->urlSecret.kind != SecretReference::Kind::None;
        Gatherer gatherer(isSecret ? webhook->urlSecret.text() : receiverOf(QUrl(webhook->url)), way.name);
        if (isSecret)
            gatherer.addReference(webhook->urlSecret);
        gatherer.addReference(webhook->token);
        gatherer.addReference(webhook->signKey);
        for (const auto &header : webhook->headers)
            gatherer.addReference(SecretReference::parse(header.second));
        gatherer.addProxy(webhook->proxy, webhook->proxySecret);
        gatherer.add(Kind::Alerts, {});
        return gatherer.demands();
    }
    QString path;
    if (const auto *syslog = std::get_if<SyslogWay>(&way.how))
        path = syslog->socket;
    else if (const auto *journal = std::get_if<JournalWay>(&way.how))
        path = journal->socket;
    else if (const auto *sound = std::get_if<SoundWay>(&way.how))
        path = sound->file;
    return path.isEmpty() ? QList<WorkspaceDemand>()
                          : QList<WorkspaceDemand>{{Kind::File, path, QStringLiteral("alerts"), {way.name}}};
}

QList<WorkspaceDemand> demandsOf(const Workspace &workspace)
{
    QList<WorkspaceDemand> all;
    QHash<QString, qsizetype> places; // a workspace may have thousands of profiles
    const auto add = [&all, &places](const WorkspaceDemand &demand) {
        const QString key = QString::number(int(demand.kind)) + u'\n' + demand.name + u'\n' + demand.receiver;
        const auto known = places.constFind(key);
        if (known != places.constEnd()) {
            all[*known].peers.append(demand.peers);
        } else {
            places.insert(key, all.size());
            all.append(demand);
        }
    };
    for (const ProfilePlace &place : workspace.places())
        for (const WorkspaceDemand &demand : demandsOf(workspace, place))
            add(demand);
    for (const AlertWay &way : workspace.alerts.ways)
        for (const WorkspaceDemand &demand : demandsOf(way))
            add(demand);
    std::stable_sort(all.begin(), all.end(), comesFirst);
    return all;
}

QList<WorkspaceDemand> demandsWithout(const QList<WorkspaceDemand> &all, const QList<WorkspaceDemand> &known)
{
    QList<WorkspaceDemand> rest;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
                 [&known](const WorkspaceDemand &demand) { return !known.contains(demand); });
    return rest;
}

QList<WorkspaceDemand> demandsEntered(const QList<WorkspaceDemand> &after,
                                      const QList<WorkspaceDemand> &before,
                                      const QList<WorkspaceDemand> &untrustedBefore)
{
    QList<WorkspaceDemand> entered = demandsWithout(after, before);
    entered.removeIf([&untrustedBefore](const WorkspaceDemand &demand) {
        return std::any_of(untrustedBefore.cbegin(), untrustedBefore.cend(),
                           [&demand](const WorkspaceDemand &strange) {
                               return strange.kind == demand.kind && strange.name == demand.name;
                           });
    });
    return entered;
}

QString receiverInWords(const WorkspaceDemand &demand)
{
    return harmlessText(demand.receiver, longestShown);
}

QString demandInWords(const WorkspaceDemand &demand)
{
    const QString name = harmlessText(demand.name, longestShown);
    switch (demand.kind) {
    case WorkspaceDemand::Kind::Variable:
        return Text::tr("environment variable $%1").arg(name);
    case WorkspaceDemand::Kind::KeychainEntry:
        return Text::tr("keychain entry “%1”").arg(name);
    case WorkspaceDemand::Kind::File:
        return Text::tr("file %1").arg(name);
    case WorkspaceDemand::Kind::Proxy:
        return Text::tr("through the proxy %1").arg(name);
    case WorkspaceDemand::Kind::Command:
        return Text::tr("to run the command “%1”").arg(harmlessText(demand.name, longestWayCommand));
    case WorkspaceDemand::Kind::Alerts:
        return Text::tr("every alert");
    case WorkspaceDemand::Kind::NoVerification:
        break;
    }
    return Text::tr("certificate not verified");
}

QLatin1String toWord(WorkspaceDemand::Kind kind)
{
    switch (kind) {
    case WorkspaceDemand::Kind::Variable:
        return QLatin1String("variable");
    case WorkspaceDemand::Kind::KeychainEntry:
        return QLatin1String("keychain");
    case WorkspaceDemand::Kind::File:
        return QLatin1String("file");
    case WorkspaceDemand::Kind::Proxy:
        return QLatin1String("proxy");
    case WorkspaceDemand::Kind::Command:
        return QLatin1String("command");
    case WorkspaceDemand::Kind::Alerts:
        return QLatin1String("alerts");
    case WorkspaceDemand::Kind::NoVerification:
        break;
    }
    return QLatin1String("no-verification");
}

} // namespace Pongwatch
