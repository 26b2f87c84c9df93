// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/choicevalue.h"

#include "widgets/statuslook.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace Pongwatch
{

ChoiceValue::ChoiceValue(Form form, QWidget *parent)
    : ValueEditor(parent)
    , m_form(std::move(form))
    , m_box(new QComboBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addStretch();
    setFocusProxy(m_box);
    m_box->setFocusPolicy(Qt::StrongFocus);
    retranslate();
    connect(m_box, &QComboBox::activated, this, &ChoiceValue::edited);
}

void ChoiceValue::showValue(const ProfileSettings *settings)
{
    m_box->setCurrentIndex(settings ? m_form.write(*settings) : -1);
}

QString ChoiceValue::read(ProfileSettings &settings) const
{
    if (m_box->currentIndex() >= 0)
        m_form.read(m_box->currentIndex(), settings);
    return {};
}

void ChoiceValue::setQuiet(bool quiet)
{
    QPalette own = palette();
    if (quiet) {
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
        own.setColor(QPalette::ButtonText, StatusLook::quietText(palette()));
    }
    m_box->setPalette(own);
}

void ChoiceValue::retranslate()
{
    const int current = m_box->currentIndex();
    const bool first = m_box->count() == 0;
    m_box->clear();
    m_box->addItems(m_form.words());
    m_box->setPlaceholderText(tr("different values"));
    m_box->setCurrentIndex(first ? -1 : current);
}

} // namespace Pongwatch
