// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "text/formatter.h"

#include <QWidget>

namespace Pongwatch
{

/// The steps of a dial as a waterfall: a bar for each step, starting where the previous one ended. The step
/// in which the dial failed has a different colour, and a cross.
class PhaseBars : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseBars(QWidget *parent = nullptr);

    /// `failedIn`: the last of them, which failed; nullopt: none did.
    void setPhases(const DialPhases &phases, const FormatPreferences &preferences,
                   const std::optional<DialPhase> &failedIn = {});

    /// One step per line, for copying.
    [[nodiscard]] QString plainText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void nameSteps();

    struct Step {
        QString name;
        nanoseconds duration{0};
        bool failed = false;
    };

    [[nodiscard]] Formatter format() const { return Formatter(QLocale(), {}, m_preferences); }
    [[nodiscard]] QString textOf(const Step &step) const;
    [[nodiscard]] int rowHeight() const { return fontMetrics().height() + 5; }

    DialPhases m_phases;
    FormatPreferences m_preferences;
    std::optional<DialPhase> m_failedIn;
    QList<Step> m_steps;
};

} // namespace Pongwatch
