// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <string_view>

namespace Pongwatch
{

/// A Prometheus of its own for a demonstration: the one that is installed, with its data in a temporary
/// folder and its address on the loopback interface. It ends with this object, and with this process, however
/// that ends. Lives on one thread with an event loop.
class DemoPrometheus : public QObject
{
    Q_OBJECT

public:
    explicit DemoPrometheus(QObject *parent = nullptr);
    /// Ends it and waits until it has, at most some seconds, and removes its folder.
    ~DemoPrometheus() override;

    /// What a Prometheus needs to collect from these targets ("127.0.0.1:9464"): its configuration file. With
    /// names of rule files in its folder, if there are any.
    [[nodiscard]] static QString configuration(const QStringList &targets, seconds interval,
                                               const QStringList &ruleFiles);

    /// Whether it is installed, and its folder can be made.
    [[nodiscard]] Outcome check() const;

    /// Receives a piece of a text; valid only during the call.
    using TakePiece = std::function<void(std::string_view piece)>;

    /// Takes samples of the past into its data, before start(): `write` hands on a text piece by piece that
    /// is OpenMetrics with times. Blocks until the tool that reads it is done.
    [[nodiscard]] Outcome fill(const std::function<void(const TakePiece &take)> &write);

    /// Starts it; ready() or failed() follows.
    void start(const QStringList &targets, seconds interval);

    [[nodiscard]] const QUrl &url() const { return m_url; }

Q_SIGNALS:
    /// It answers.
    void ready();
    /// It could not be started, or has ended: a sentence.
    void failed(const QString &sentence);

private:
    void ask();
    void fail(const QString &sentence);
    [[nodiscard]] QString path(const char *name) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QNetworkAccessManager m_network;
    QTimer m_again; ///< until it answers
    QUrl m_url;
    SteadyTime m_startedAt{};
    bool m_hasFailed = false;
};

} // namespace Pongwatch
