// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examine/probes.h"

#include <QObject>

#include <memory>

class QThread;

namespace Pongwatch
{

/// Finds out what a peer and what is before it do with connections, by connections of its own, at most
/// ExaminationPlan's; nothing malformed is sent unless the plan is hostile. Runs on a thread of its own, and
/// tells of it on the thread that made it. Resumed by a plan that knows the earlier findings.
class Examination : public QObject
{
    Q_OBJECT

public:
    /// Connections at the same time, at most.
    static constexpr int mostConnections = 16;

    explicit Examination(ExaminationPlan plan, QObject *parent = nullptr);
    /// Cancels it and waits until its connections are dropped.
    ~Examination() override;

    void start();
    /// What is known by then is told; finished() follows soon.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool wasCancelled() const;
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const ExaminationPlan &plan() const { return m_plan; }

    /// How long it takes at most; a limit that is found early ends it early.
    [[nodiscard]] static nanoseconds atMost(const ExaminationPlan &plan);

Q_SIGNALS:
    void found(const Pongwatch::Finding &finding);
    void progressed(const Pongwatch::ExaminationProgress &progress);
    void finished();

private:
    struct Shared;
    static void run(const std::shared_ptr<Shared> &shared);
    void takeFinding(const Finding &finding);

    const ExaminationPlan m_plan;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
    QList<Finding> m_findings;
    bool m_running = false;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Finding)
Q_DECLARE_METATYPE(Pongwatch::ExaminationProgress)
