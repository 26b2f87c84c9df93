// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/demoprometheus.h"

#include "engine/values/foreigntext.h"
#include "engine/values/privatefiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

// Must be outside of all namespaces: the macro declares a function.
static void loadPrometheusRules()
{
    Q_INIT_RESOURCE(prometheus_rules);
}

namespace Pongwatch
{

namespace
{

constexpr seconds patienceForStart{120}; // data of the past is read first
constexpr seconds patienceForEnd{10};
constexpr milliseconds betweenQuestions{200};
const char *const rulesName = "pongwatch.rules.yml";

QString inPrometheus(const char *text)
{
    return QString::fromLatin1(text);
}

/// Nobody listens there now; 0: there is none.
quint16 freeLoopbackPort()
{
    QTcpServer probe;
    probe.setProxy(QNetworkProxy::NoProxy);
    return probe.listen(QHostAddress::LocalHost, 0) ? probe.serverPort() : quint16(0);
}

QString writingFiles()
{
    return DemoPrometheus::tr("writing the files of a Prometheus");
}

/// The last line that a program has written, for a sentence.
QString lastWords(const QByteArray &output)
{
    const QList<QByteArray> lines = output.trimmed().split('\n');
    return harmlessText(QString::fromUtf8(lines.last()), 300);
}

/// In the child: Ctrl+C is for this process, which ends the child; and the child ends whenever this one does.
void tieToThisProcess()
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

DemoPrometheus::DemoPrometheus(QObject *parent)
    : QObject(parent)
    , m_process(this)
    , m_network(this)
    , m_again(this)
{
    loadPrometheusRules();
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier(tieToThisProcess);
    m_again.setInterval(betweenQuestions);
    connect(&m_again, &QTimer::timeout, this, &DemoPrometheus::ask);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The Prometheus could not be started: %1.").arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        const QString words = lastWords(m_process.readAllStandardError());
        fail(words.isEmpty() ? tr("The Prometheus has ended.")
                             : tr("The Prometheus has ended: %1").arg(words));
    });
}

DemoPrometheus::~DemoPrometheus()
{
    m_hasFailed = true; // nobody is to be told
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(static_cast<int>(milliseconds(patienceForEnd).count()))) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString DemoPrometheus::path(const char *name) const
{
    return m_folder.filePath(inPrometheus(name));
}

QString DemoPrometheus::configuration(const QStringList &targets, seconds interval,
                                      const QStringList &ruleFiles)
{
    QString text = QStringLiteral("global:\n  scrape_interval: %1s\n").arg(interval.count());
    // Without rules it is for VictoriaMetrics as well, which refuses keys that it does not know.
    if (!ruleFiles.isEmpty())
        text += QStringLiteral("  evaluation_interval: %1s\n\nrule_files:\n  - %2\n")
                    .arg(QString::number(interval.count()), ruleFiles.join(QStringLiteral("\n  - ")));
    text += u'\n';
    text += QStringLiteral("scrape_configs:\n"
                           "  - job_name: pongwatch\n"
                           "    honor_labels: true\n"
                           "    static_configs:\n"
                           "      - targets:\n");
    for (const QString &target : targets)
        text += QStringLiteral("          - %1\n").arg(target);
    return text;
}

Outcome DemoPrometheus::check() const
{
    for (const char *program : {"prometheus", "promtool"})
        if (QStandardPaths::findExecutable(inPrometheus(program)).isEmpty())
            return Error{tr("starting a Prometheus"), inPrometheus(program),
                         tr("it is not installed (Debian's package prometheus has it)")};
    if (!m_folder.isValid())
        return Error{tr("making a folder for a Prometheus"), m_folder.path(), m_folder.errorString()};
    return success();
}

Outcome DemoPrometheus::fill(const std::function<void(const TakePiece &take)> &write)
{
    // The text of a block may be larger than the memory.
    QFile past(path("past.om"));
    bool isWritten = past.open(QIODevice::WriteOnly);
    write([&past, &isWritten](std::string_view piece) {
        const auto size = static_cast<qint64>(piece.size());
        isWritten = isWritten && past.write(piece.data(), size) == size;
    });
    if (!isWritten || !past.flush())
        return Error{writingFiles(), past.fileName(), past.errorString()};
    past.close();
    QProcess tool;
    tool.setStandardOutputFile(QProcess::nullDevice());
    tool.setChildProcessModifier(tieToThisProcess);
    tool.start(inPrometheus("promtool"),
               {inPrometheus("tsdb"), inPrometheus("create-blocks-from"), inPrometheus("openmetrics"),
                inPrometheus("--quiet"), past.fileName(), path("data")});
    constexpr int noLimit = -1;
    tool.waitForFinished(noLimit);
    past.remove();
    if (tool.error() == QProcess::FailedToStart || tool.exitStatus() != QProcess::NormalExit ||
        tool.exitCode() != 0) {
        const QString words = lastWords(tool.readAllStandardError());
        return Error{tr("filling a Prometheus with the past"), path("data"),
                     words.isEmpty() ? tool.errorString() : words};
    }
    return success();
}

void DemoPrometheus::start(const QStringList &targets, seconds interval)
{
    const quint16 port = freeLoopbackPort();
    m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
    QFile rules(QStringLiteral(":/pongwatch/prometheus/pongwatch.rules.yml"));
    const bool hasRules = rules.open(QIODevice::ReadOnly);
    Outcome written = replacePrivateFile(writingFiles(), path(rulesName), rules.readAll());
    if (written)
        written = replacePrivateFile(
            writingFiles(), path("prometheus.yml"),
            configuration(targets, interval, hasRules ? QStringList{inPrometheus(rulesName)} : QStringList())
                .toUtf8());
    if (!written) {
        QMetaObject::invokeMethod(
            this, [this, written] { fail(written.error().sentence()); }, Qt::QueuedConnection);
        return;
    }
    m_startedAt = std::chrono::steady_clock::now();
    m_process.start(inPrometheus("prometheus"),
                    {QStringLiteral("--config.file=") + path("prometheus.yml"),
                     QStringLiteral("--storage.tsdb.path=") + path("data"),
                     QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                     inPrometheus("--log.level=error")});
    m_again.start();
}

void DemoPrometheus::ask()
{
    QUrl ready = m_url;
    ready.setPath(QStringLiteral("/-/ready"));
    QNetworkReply *reply = m_network.get(QNetworkRequest(ready));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        constexpr int fine = 200;
        if (!m_again.isActive())
            return;
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == fine) {
            m_again.stop();
            Q_EMIT this->ready();
        } else if (std::chrono::steady_clock::now() - m_startedAt > patienceForStart) {
            fail(tr("The Prometheus does not answer."));
        }
    });
}

void DemoPrometheus::fail(const QString &sentence)
{
    m_again.stop();
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed(sentence);
}

} // namespace Pongwatch
