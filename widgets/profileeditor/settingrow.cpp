// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/settingrow.h"

#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"
#include "workspace/profilefields.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int rowGap = 8; // between two settings

} // namespace

SettingRow::SettingRow(SettingAccess access, Words words, ValueEditor *editor, QWidget *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_words(std::move(words))
    , m_label(new QLabel(parent))
    , m_editor(editor)
    , m_source(new QToolButton(parent))
    , m_hint(new QLabel(parent))
    , m_complaint(new QLabel(parent))
{
    m_label->setBuddy(editor);
    m_source->setAutoRaise(true);
    m_source->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_source->setIconSize(QSize(16, 16));
    m_source->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (QLabel *label : {m_hint, m_complaint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont small = m_hint->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_hint->setFont(small);
    connect(m_editor, &ValueEditor::edited, this, &SettingRow::noteEdited);
    connect(m_source, &QToolButton::clicked, this, &SettingRow::toggleSource);
}

void SettingRow::addTo(QGridLayout *layout)
{
    const int row = layout->rowCount();
    layout->addWidget(m_label, row, 0, Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(m_editor, row, 1, Qt::AlignTop);
    layout->addWidget(m_source, row, 2, Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(m_hint, row + 1, 1);
    layout->addWidget(m_complaint, row + 2, 1);
    m_label->setMinimumHeight(m_source->sizeHint().height());
    m_layout = layout;
    m_gap = row + 3;
    layout->setRowMinimumHeight(m_gap, rowGap);
}

void SettingRow::setShownWhen(std::function<bool(const ProfileSettings &)> isShown)
{
    m_isShown = std::move(isShown);
}

void SettingRow::follow(const ProfileSettings &now)
{
    if (m_isShown)
        setVisible(m_isShown(now));
    // Values that differ between the edited items can't be judged together.
    const QString together = m_together && m_state != State::Mixed ? m_together(now) : QString();
    if (together != m_togetherText) {
        m_togetherText = together;
        showState();
    }
}

void SettingRow::setCheckedWith(std::function<QString(const ProfileSettings &)> complaint)
{
    m_together = std::move(complaint);
}

int SettingRow::labelWidth() const
{
    return m_label->sizeHint().width();
}

const ProfileSettings *SettingRow::common(const QList<ProfileSettings> &values) const
{
    if (values.isEmpty())
        return nullptr;
    const bool alike = std::all_of(values.cbegin(), values.cend(), [&](const ProfileSettings &value) {
        return m_access.same(value, values.first());
    });
    return alike ? &values.first() : nullptr;
}

void SettingRow::showLayers(const QList<SettingsLayers> &layers)
{
    m_layers = layers;
    m_touched = false;
    m_inherited.clear();
    QList<ProfileSettings> effective;
    qsizetype owners = 0;
    for (const SettingsLayers &one : layers) {
        m_inherited.append(one.inherited());
        effective.append(m_inherited.last().overlaidBy(one.own));
        owners += m_access.has(one.own) ? 1 : 0;
    }
    const ProfileSettings *value = common(effective);
    m_state = !value                    ? State::Mixed
              : owners == layers.size() ? State::Own
              : owners == 0             ? State::Inherited
                                        : State::Mixed;
    m_editor->showValue(value);
    m_complaintText.clear();
    showState();
}

void SettingRow::noteEdited()
{
    m_state = State::Own;
    m_touched = true;
    check();
    showState();
    Q_EMIT changed();
}

void SettingRow::toggleSource()
{
    if (m_state == State::Inherited) {
        noteEdited();
        return;
    }
    inheritAgain();
}

void SettingRow::inheritAgain()
{
    m_state = State::Inherited;
    m_touched = true;
    m_complaintText.clear();
    m_editor->showValue(common(m_inherited));
    showState();
    Q_EMIT changed();
}

void SettingRow::check()
{
    ProfileSettings alone;
    m_complaintText = m_editor->read(alone);
    if (m_complaintText.isEmpty())
        m_complaintText = complaintAbout(alone);
}

void SettingRow::applyTo(ProfileSettings &own) const
{
    if (!m_touched)
        return;
    ProfileSettings wanted;
    if (m_state == State::Own)
        static_cast<void>(m_editor->read(wanted));
    m_access.copy(wanted, own);
}

void SettingRow::readInto(ProfileSettings &settings) const
{
    if (m_state == State::Mixed)
        return;
    static_cast<void>(m_editor->read(settings));
}

QString SettingRow::sourceText() const
{
    if (m_state == State::Own)
        return tr("Own value");
    if (m_state == State::Mixed)
        return tr("Different");
    QStringList sources;
    for (const SettingsLayers &layers : m_layers) {
        QString source = tr("default");
        if (layers.group && m_access.has(*layers.group))
            source = tr("from group %1").arg(layers.groupName);
        else if (layers.workspace && m_access.has(*layers.workspace))
            source = tr("from the workspace");
        if (!sources.contains(source))
            sources.append(source);
    }
    return sources.size() == 1 ? sources.first() : tr("inherited");
}

void SettingRow::showState()
{
    m_editor->setQuiet(m_state == State::Inherited);
    const QString source = sourceText();
    m_source->setIcon(
        symbolIcon(m_state == State::Inherited ? QStringLiteral("inherit") : QStringLiteral("own")));
    m_source->setText(QFontMetrics(m_source->font()).elidedText(source, Qt::ElideMiddle, 190));
    const QString what = m_state == State::Inherited
                             ? tr("Give it its own value, which no longer follows the inherited one")
                             : tr("Inherit it again");
    m_source->setToolTip(what);
    m_source->setAccessibleName(tr("%1: %2. %3", "a setting, where it comes from, what the button does")
                                    .arg(m_words.label().remove(u'&'), source, what));
    QPalette quiet = m_source->palette();
    quiet.setColor(QPalette::ButtonText, m_state == State::Inherited
                                             ? StatusLook::quietText(m_source->parentWidget()->palette())
                                             : m_source->parentWidget()->palette().color(QPalette::Link));
    m_source->setPalette(quiet);

    const QString hint = m_words.hint ? m_words.hint() : QString();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_editor->isVisibleTo(m_editor->parentWidget()));
    QPalette pale = m_hint->palette();
    pale.setColor(QPalette::WindowText, StatusLook::quietText(m_hint->parentWidget()->palette()));
    m_hint->setPalette(pale);
    m_complaint->setText(complaint());
    m_complaint->setVisible(!complaint().isEmpty());
    QPalette red = m_complaint->palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(m_complaint->parentWidget()->palette()));
    m_complaint->setPalette(red);
    m_editor->setAccessibleDescription(complaint().isEmpty() ? source : complaint());
}

void SettingRow::setVisible(bool visible)
{
    m_layout->setRowMinimumHeight(m_gap, visible ? rowGap : 0);
    m_label->setVisible(visible);
    m_editor->setVisible(visible);
    m_source->setVisible(visible);
    m_hint->setVisible(visible && !m_hint->text().isEmpty());
    m_complaint->setVisible(visible && !complaint().isEmpty());
}

void SettingRow::retranslate()
{
    m_label->setText(m_words.label());
    m_editor->setAccessibleName(m_words.label().remove(u'&'));
    if (m_editor->focusProxy())
        m_editor->focusProxy()->setAccessibleName(m_words.label().remove(u'&'));
    m_editor->retranslate();
    showState();
}

} // namespace Pongwatch
