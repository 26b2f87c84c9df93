// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/trialpanel.h"

#include "text/wording.h"
#include "widgets/phasebars.h"
#include "widgets/statuslook.h"

#include <QGridLayout>
#include <QLabel>

namespace Pongwatch
{

TrialPanel::TrialPanel(QWidget *parent)
    : QWidget(parent)
    , m_shape(new QLabel(this))
    , m_word(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_phases(new PhaseBars(this))
{
    QFont strong = m_word->font();
    strong.setWeight(QFont::DemiBold);
    m_word->setFont(strong);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(m_shape, 0, 0);
    layout->addWidget(m_word, 0, 1);
    layout->addWidget(m_sentence, 1, 1);
    layout->addWidget(m_phases, 2, 1);
    layout->setColumnStretch(1, 1);
    hide();
}

QString TrialPanel::sentence() const
{
    return m_sentence->text();
}

void TrialPanel::showWord(Health health, const QString &word)
{
    m_shape->setPixmap(
        StatusLook::shapePixmap(health, fontMetrics().height(), devicePixelRatioF(), palette()));
    m_word->setText(word);
    m_word->setAccessibleName(word);
}

void TrialPanel::showBeginning()
{
    showWord(Health::Connecting, tr("Dialling…"));
    m_sentence->hide();
    m_phases->hide();
    show();
}

void TrialPanel::showTrial(const ConnectionTrial &trial)
{
    QString sentence;
    if (trial.problem) {
        showWord(Health::Failed, tr("Not dialled"));
        sentence = trial.problem->sentence();
    } else if (trial.end) {
        showWord(Health::Failed, trial.opened ? tr("Connected, then ended") : tr("Could not connect"));
        sentence = Wording::endSentence(*trial.end);
    } else if (trial.opened) {
        showWord(Health::Ok, tr("Connection works"));
        QStringList facts{tr("Connected to %1.").arg(Wording::harmless(trial.opened->address, 100))};
        if (trial.rtt)
            facts.append(tr("The first ping took %1.")
                             .arg(Formatter(QLocale(), {}, m_preferences).latency(*trial.rtt)));
        else if (trial.isOver)
            facts.append(tr("No answer to the first ping so far."));
        if (!trial.opened->subprotocol.isEmpty())
            facts.append(tr("Sub-protocol: %1.").arg(Wording::harmless(trial.opened->subprotocol, 100)));
        if (trial.opened->tls && !trial.opened->tls->verified)
            facts.append(tr("Its certificate was not verified: anybody may have answered."));
        sentence = facts.join(u' ');
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    const bool failed = !trial.opened && trial.end && trial.failedPhases != DialPhases();
    m_phases->setVisible(trial.opened || failed);
    if (trial.opened)
        m_phases->setPhases(trial.opened->phases, m_preferences);
    else if (failed)
        m_phases->setPhases(trial.failedPhases, m_preferences, trial.end->phase);
    show();
}

} // namespace Pongwatch
