// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/queryclient.h"

#include "engine/values/foreigntext.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/tlsconfiguration.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace Pongwatch
{

namespace
{

struct QueryClientStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Fleet)
};

QString secondsOf(WallTime time)
{
    const auto whole = std::chrono::floor<milliseconds>(time.time_since_epoch()).count();
    return QStringLiteral("%1.%2").arg(whole / 1000).arg(whole % 1000, 3, 10, QChar(u'0'));
}

/// The last whole multiple of a step since 1970 that is not after `time`.
WallTime wholeSteps(WallTime time, seconds step)
{
    const auto whole = std::chrono::floor<seconds>(time.time_since_epoch());
    return WallTime(whole - seconds(((whole % step) + step) % step));
}

constexpr seconds freshFor{10}; // less than the time between two scrapes
constexpr std::chrono::minutes settledAfter{
    10}; // agents that were cut off have sent what they kept, as a rule

void addField(QUrlQuery &form, const char *name, const QString &value)
{
    form.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace

QueryClient::QueryClient(const ConnectionSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const Result<QSslConfiguration> tls = makeTlsConfiguration(settings.tls);
    if (tls)
        m_tls = tls.value();
    else
        m_usable = tls.error();
    const ChosenProxy proxy = chooseProxy(settings);
    if (!proxy.refusal.isEmpty())
        m_usable =
            Error{QueryClientStrings::tr("asking Prometheus"), displayUrl(settings.url), proxy.refusal};
    m_network.setProxy(proxy.proxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QueryClient::~QueryClient() = default;

void QueryClient::query(const QString &expression, const Receiver &receiver)
{
    QUrlQuery form;
    addField(form, "query", expression);
    ask(QStringLiteral("/api/v1/query"), form, receiver);
}

void QueryClient::queryRange(const QString &expression, WallTime from, WallTime to, seconds step,
                             const Receiver &receiver)
{
    const seconds width = std::max(seconds(1), step);
    const WallTime first = wholeSteps(from, width);
    const WallTime last = std::max(first, wholeSteps(to, width));
    QUrlQuery form;
    addField(form, "query", expression);
    addField(form, "start", secondsOf(first));
    addField(form, "end", secondsOf(last));
    addField(form, "step", QString::number(width.count()));
    const QByteArray question = form.query(QUrl::FullyEncoded).toLatin1();
    const SteadyTime now = std::chrono::steady_clock::now();
    if (const auto kept = m_cache.find(question, now)) {
        QMetaObject::invokeMethod(
            this, [receiver, kept] { receiver(*kept); }, Qt::QueuedConnection);
        return;
    }
    std::optional<SteadyTime> until;
    if (last > currentWallTime() - settledAfter)
        until = now + freshFor;
    ask(QStringLiteral("/api/v1/query_range"), form,
        [this, question, until, receiver](const Result<QList<QueriedSeries>> &answer) {
            if (answer)
                m_cache.keep(question, answer.value(), until);
            receiver(answer);
        });
}

void QueryClient::series(const QString &selector, WallTime from, WallTime to, const Receiver &receiver)
{
    QUrlQuery form;
    addField(form, "match[]", selector);
    addField(form, "start", secondsOf(from));
    addField(form, "end", secondsOf(to));
    ask(QStringLiteral("/api/v1/series"), form, receiver);
}

void QueryClient::ask(const QString &endpoint, const QUrlQuery &form, const Receiver &receiver)
{
    if (!m_usable) {
        QMetaObject::invokeMethod(
            this, [this, receiver] { receiver(m_usable.error()); }, Qt::QueuedConnection);
        return;
    }
    QUrl url = m_settings.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                       QUrl::StripTrailingSlash);
    url.setPath(url.path() + endpoint);
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(patience.count()));
    request.setSslConfiguration(m_tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    for (const auto &[name, value] : std::as_const(m_settings.headers))
        request.setRawHeader(name.toUtf8(), value.toUtf8());
    if (m_settings.auth.kind == AuthKind::Bearer)
        request.setRawHeader("Authorization", "Bearer " + m_settings.auth.secret.toUtf8());
    else if (m_settings.auth.kind == AuthKind::Basic)
        request.setRawHeader(
            "Authorization",
            "Basic " +
                QByteArray(m_settings.auth.user.toUtf8() + ':' + m_settings.auth.secret.toUtf8()).toBase64());
    QNetworkReply *reply = m_network.post(request, form.query(QUrl::FullyEncoded).toLatin1());
    if (!m_settings.tls.verify)
        reply->ignoreSslErrors();
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, receiver] {
        reply->deleteLater();
        receiver(answerOf(*reply));
    });
}

Result<QList<QueriedSeries>> QueryClient::answerOf(QNetworkReply &reply) const
{
    const auto failed = [this](const QString &why) -> Error {
        return {QueryClientStrings::tr("asking Prometheus"), displayUrl(m_settings.url), why};
    };
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.bytesAvailable() > mostBytes || reply.error() == QNetworkReply::OperationCanceledError) {
        return failed(status == 0 ? QueryClientStrings::tr("no answer came in time")
                                  : QueryClientStrings::tr("the answer is too large, or took too long"));
    }
    if (status == 401 || status == 403)
        return failed(QueryClientStrings::tr("it wants other credentials (HTTP status %1)").arg(status));
    if (status >= 300 && status < 400)
        return failed(QueryClientStrings::tr("it redirects to another place (HTTP status %1); give that URL")
                          .arg(status));
    if (status == 0)
        return failed(harmlessText(reply.errorString(), 300));
    Result<QList<QueriedSeries>> answer = readQueryAnswer(reply.readAll());
    // Errors of the API have a status of their own, and a body that says more.
    if (!answer)
        return failed(
            status == 200
                ? answer.error().answer
                : QueryClientStrings::tr("HTTP status %1: %2").arg(status).arg(answer.error().answer));
    return answer;
}

} // namespace Pongwatch
