// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/newpeerspage.h"

#include "widgets/quietlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

namespace Pongwatch
{

NewPeersPage::NewPeersPage(QWidget *parent)
    : QWidget(parent)
    , m_explanation(new QuietLabel(QuietLabel::Body, this))
    , m_others(new QuietLabel(QuietLabel::Body, this))
    , m_workspace(new QPushButton(this))
{
    auto *rows = new QWidget(this);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = makeKeepalivePages(rows);
    for (const SettingPage &page : std::as_const(m_pages)) {
        auto *title = new QLabel(rows);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        m_titles.append(title);
        column->addWidget(title);
        page.widget->layout()->setContentsMargins(12, 0, 0, 0);
        column->addWidget(page.widget);
        for (SettingRow *row : page.rows)
            connect(row, &SettingRow::changed, this, [this] {
                follow();
                Q_EMIT changed();
            });
    }
    column->addStretch();
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // its contents scroll it
    area->setWidget(rows);
    for (QWidget *ground : {area->viewport(), rows})
        ground->setAutoFillBackground(false); // the page's background shows

    for (QuietLabel *text : {m_explanation, m_others})
        text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addWidget(area, 1);
    layout->addWidget(m_others);
    layout->addWidget(m_workspace, 0, Qt::AlignLeft);
    connect(m_workspace, &QPushButton::clicked, this, &NewPeersPage::workspaceDefaultsWanted);
    showSettings({});
    retranslate();
}

void NewPeersPage::retranslate()
{
    m_explanation->setText(
        tr("New workspaces start with these settings. Each workspace, group and peer can have its own."));
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        m_titles[i]->setText(m_pages[i].title());
        for (SettingRow *row : m_pages[i].rows)
            row->retranslate();
    }
    m_others->setText(tr("Peers of the open workspace follow that workspace's defaults."));
    m_workspace->setText(tr("&Defaults of This Workspace…"));
    alignLabels();
}

void NewPeersPage::alignLabels()
{
    int widest = 0;
    for (const SettingPage &page : std::as_const(m_pages))
        for (const SettingRow *row : page.rows)
            widest = std::max(widest, row->labelWidth());
    for (const SettingPage &page : std::as_const(m_pages))
        static_cast<QGridLayout *>(page.widget->layout())->setColumnMinimumWidth(0, widest);
}

void NewPeersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

ProfileSettings NewPeersPage::settings() const
{
    ProfileSettings own = m_before;
    for (const SettingPage &page : m_pages)
        for (const SettingRow *row : page.rows)
            if (row->complaint().isEmpty())
                row->applyTo(own);
    return own;
}

void NewPeersPage::setSettings(const ProfileSettings &settings)
{
    if (settings != this->settings()) // else what is being typed stays as it is
        showSettings(settings);
}

void NewPeersPage::showSettings(const ProfileSettings &settings)
{
    m_before = settings;
    SettingsLayers layers;
    layers.own = settings;
    for (const SettingPage &page : std::as_const(m_pages))
        for (SettingRow *row : page.rows)
            row->showLayers({layers});
    follow();
}

void NewPeersPage::follow()
{
    ProfileSettings now;
    for (const SettingPage &page : std::as_const(m_pages))
        for (const SettingRow *row : page.rows)
            row->readInto(now);
    for (const SettingPage &page : std::as_const(m_pages))
        for (SettingRow *row : page.rows)
            row->follow(now);
}

} // namespace Pongwatch
