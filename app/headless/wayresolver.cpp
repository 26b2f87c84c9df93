// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/wayresolver.h"

#include <QCoreApplication>

#include <memory>

namespace Pongwatch
{

namespace
{

struct WayResolverText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WayResolver)
};

using PutSecret = std::function<void(ReadyWay &, const QString &)>;

/// The secrets that a way needs, and where each goes.
std::vector<std::pair<SecretReference, PutSecret>> secretsOf(const AlertWay &way)
{
    std::vector<std::pair<SecretReference, PutSecret>> secrets;
    const auto add = [&secrets](const std::optional<SecretReference> &reference, const PutSecret &put) {
        if (reference && reference->kind != SecretReference::Kind::None)
            secrets.emplace_back(*reference, put);
    };
    if (const auto *apprise = std::get_if<AppriseWay>(&way.how))
        add(apprise->url, [](ReadyWay &ready, const QString &secret) { ready.url = secret.trimmed(); });
    if (const auto *webhook = std::get_if<WebhookWay>(&way.how)) {
        add(webhook->urlSecret, [](ReadyWay &ready, const QString &secret) { ready.url = secret.trimmed(); });
        add(webhook->token, [](ReadyWay &ready, const QString &secret) { ready.token = secret; });
        add(webhook->signKey, [](ReadyWay &ready, const QString &secret) { ready.signKey = secret; });
        add(webhook->proxySecret,
            [](ReadyWay &ready, const QString &secret) { ready.proxyPassword = secret; });
        for (qsizetype i = 0; i < webhook->headers.size(); ++i)
            add(SecretReference::parse(webhook->headers[i].second),
                [i](ReadyWay &ready, const QString &secret) { ready.headers[i].second = secret; });
    }
    return secrets;
}

} // namespace

/// One call of resolve(): what has been found, and how much is still to come.
struct WayResolver::Work {
    QList<ReadyWay> ways;
    size_t toCome = 1; // one for the call itself
    Receiver receiver;

    void one()
    {
        if (--toCome == 0)
            receiver(ways);
    }
};

WayResolver::WayResolver(SecretStore *store, const QProcessEnvironment &environment)
    : m_store(store)
    , m_environment(environment)
{
}

void WayResolver::resolve(const QList<AlertWay> &ways, const IsTrusted &isTrusted,
                          const Receiver &receiver) const
{
    auto work = std::make_shared<Work>();
    work->receiver = receiver;
    for (const AlertWay &way : ways) {
        ReadyWay ready;
        ready.way = way;
        if (const auto *webhook = std::get_if<WebhookWay>(&way.how)) {
            ready.url = webhook->url;
            ready.headers = webhook->headers;
        }
        if (!isTrusted(way))
            ready.missing = WayResolverText::tr("the workspace is not trusted to use it");
        work->ways.append(ready);
    }
    for (qsizetype i = 0; i < ways.size(); ++i) {
        if (!work->ways[i].missing.isEmpty())
            continue;
        for (const auto &[reference, put] : secretsOf(ways[i])) {
            ++work->toCome;
            const auto received = [work, i, put = put,
                                   name = reference.text()](const Result<QString> &secret) {
                if (!secret)
                    work->ways[i].missing = secret.error().sentence();
                else if (secret.value().isEmpty())
                    work->ways[i].missing = WayResolverText::tr("%1 is empty").arg(name);
                else
                    put(work->ways[i], secret.value());
                work->one();
            };
            if (reference.kind == SecretReference::Kind::Keychain)
                m_store->read(reference.name, received);
            else if (m_environment.contains(reference.name))
                received(m_environment.value(reference.name));
            else
                received(Error{WayResolverText::tr("reading the environment variable"), reference.name,
                               WayResolverText::tr("it is not set")});
        }
    }
    work->one();
}

} // namespace Pongwatch
