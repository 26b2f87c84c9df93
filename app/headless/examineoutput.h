// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examine/examination.h"

#include <QStringList>

namespace Pongwatch
{

class OutputStream;

/// What `pongwatch examine` writes.
class ExamineOutput
{
public:
    virtual ~ExamineOutput() = default;

    virtual void started(const ExaminationPlan &plan) = 0;
    /// `change`: what is different from the last time, in a sentence; empty: nothing.
    virtual void found(const Finding &finding, const QString &change) = 0;
    virtual void progressed(const ExaminationProgress &progress) = 0;
    virtual void ended(const QList<Finding> &findings, bool cancelled) = 0;
};

/// Lines for people; on a terminal one more, below them, says how far it has come.
class ExamineLines final : public ExamineOutput
{
public:
    /// The stream outlives the output.
    explicit ExamineLines(OutputStream &stream);

    void started(const ExaminationPlan &plan) override;
    void found(const Finding &finding, const QString &change) override;
    void progressed(const ExaminationProgress &progress) override;
    void ended(const QList<Finding> &findings, bool cancelled) override;

private:
    void say(const QString &line);

    OutputStream &m_stream;
    bool m_hasStatus = false; ///< the line below is there
};

/// One JSON object a line.
class ExamineJson final : public ExamineOutput
{
public:
    /// The stream outlives the output.
    explicit ExamineJson(OutputStream &stream);

    void started(const ExaminationPlan &plan) override;
    void found(const Finding &finding, const QString &change) override;
    void progressed(const ExaminationProgress &progress) override;
    void ended(const QList<Finding> &findings, bool cancelled) override;

private:
    OutputStream &m_stream;
    SteadyTime m_toldAt{};
    int m_toldStep = 0;
};

/// A finding as a line of the output contract, without its line break.
[[nodiscard]] QByteArray jsonlFinding(const Finding &finding, const QString &change = {});

} // namespace Pongwatch
