// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"
#include "text/formatter.h"
#include "widgets/profileeditor/connectiontester.h"

#include <QWidget>

class QLabel;

namespace Pongwatch
{

class PhaseBars;

/// The result of "Test Connection": a word with a shape, the steps of the dial, and a sentence.
class TrialPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrialPanel(QWidget *parent = nullptr);

    /// How its figures are written.
    void setFormat(const FormatPreferences &preferences) { m_preferences = preferences; }
    void showBeginning();
    void showTrial(const ConnectionTrial &trial);

    [[nodiscard]] QString sentence() const;

private:
    void showWord(Health health, const QString &word);

    FormatPreferences m_preferences;
    QLabel *m_shape;
    QLabel *m_word;
    QLabel *m_sentence;
    PhaseBars *m_phases;
};

} // namespace Pongwatch
