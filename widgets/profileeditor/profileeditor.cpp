// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/profileeditor.h"

#include "widgets/profileeditor/alertspage.h"
#include "widgets/profileeditor/connectiontester.h"
#include "widgets/profileeditor/identitypage.h"
#include "widgets/profileeditor/parametersvalue.h"
#include "widgets/profileeditor/presetvalue.h"
#include "widgets/profileeditor/secretvalue.h"
#include "widgets/profileeditor/trialpanel.h"
#include "widgets/statuslook.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace Pongwatch
{

ProfileEditor::ProfileEditor(const Workspace &workspace, EditSubject subject, ConnectionTester *tester,
                             bool secretsLast, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_subject(std::move(subject))
    , m_tester(tester)
    , m_secretsLast(secretsLast)
    , m_about(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_memoryOnly(new QLabel(this))
    , m_trial(new TrialPanel(this))
{
    if (m_subject.kind == EditSubject::Kind::Profiles) {
        m_identity = new IdentityPage(workspace, m_subject.profiles, this);
        addPage(m_identity);
        connect(m_identity, &IdentityPage::changed, this, &ProfileEditor::check);
    }
    m_pages = makeSettingPages(
        this, [this] { return name(); }, &m_secrets, &m_dialogue);
    const QList<SettingsLayers> layers = layersOf(workspace, m_subject);
    for (const SettingPage &page : std::as_const(m_pages)) {
        addPage(page.widget);
        for (SettingRow *row : page.rows) {
            row->showLayers(layers);
            connect(row, &SettingRow::changed, this, &ProfileEditor::check);
        }
    }
    if (AlertsPage::isFor(m_subject)) {
        m_alerts = new AlertsPage(workspace, m_subject, this);
        addPage(m_alerts);
    }
    layOut();
    retranslate();
    m_list->setCurrentRow(0);
    check();
}

ProfileEditor::~ProfileEditor()
{
    if (m_tester)
        m_tester->stop();
}

void ProfileEditor::addPage(QWidget *page)
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // its contents scroll it
    page->layout()->setContentsMargins(16, 12, 16, 12);
    area->setWidget(page);
    m_stack->addWidget(area);
    m_list->addItem(QString());
    m_list->item(m_list->count() - 1)->setSizeHint(QSize(0, fontMetrics().height() + 12));
}

void ProfileEditor::layOut()
{
    QFont strong = m_about->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.2);
    strong.setWeight(QFont::DemiBold);
    m_about->setFont(strong);
    m_about->setTextFormat(Qt::PlainText);
    m_memoryOnly->setTextFormat(Qt::PlainText);
    m_memoryOnly->setWordWrap(true);
    m_memoryOnly->setVisible(!m_secretsLast);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(2);
    const int icon = fontMetrics().height();
    m_list->setIconSize(QSize(icon, icon));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_test = new QPushButton(this);
    m_test->setVisible(m_tester && m_subject.kind == EditSubject::Kind::Profiles &&
                       m_subject.profiles.size() == 1);
    m_test->setAutoDefault(false);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_about);
    layout->addLayout(middle, 1);
    layout->addWidget(m_memoryOnly);
    layout->addWidget(m_trial);
    auto *below = new QHBoxLayout;
    below->addWidget(m_test); // apart, at the opposite edge
    below->addWidget(buttons, 1);
    layout->addLayout(below);
    resize(800, 560);

    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_test, &QPushButton::clicked, this, &ProfileEditor::testConnection);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ProfileEditor::name() const
{
    if (m_subject.kind == EditSubject::Kind::Workspace)
        return tr("workspace");
    if (m_subject.kind == EditSubject::Kind::Group)
        return m_subject.group;
    if (m_subject.profiles.size() == 1) {
        if (const auto place = m_workspace.find(m_subject.profiles.first()))
            return m_workspace.at(*place).name;
    }
    return tr("%n peers", nullptr, int(m_subject.profiles.size()));
}

void ProfileEditor::retranslate()
{
    switch (m_subject.kind) {
    case EditSubject::Kind::Workspace:
        setWindowTitle(tr("Defaults of the Workspace"));
        m_about->setText(tr("Every peer uses these values unless it or its group has its own"));
        break;
    case EditSubject::Kind::Group:
        setWindowTitle(tr("Group %1").arg(m_subject.group));
        m_about->setText(
            tr("The peers in “%1” use these values unless they have their own").arg(m_subject.group));
        break;
    case EditSubject::Kind::Profiles:
        setWindowTitle(tr("Edit %1", "a peer's name, or a number of peers").arg(name()));
        m_about->setText(m_subject.profiles.size() == 1
                             ? name()
                             : tr("%n peers: only the settings you edit are changed", nullptr,
                                  int(m_subject.profiles.size())));
        break;
    }
    m_list->setAccessibleName(tr("Pages"));
    m_memoryOnly->setText(
        tr("No keychain is running: passwords and tokens are kept in memory until you quit."));
    m_test->setText(tr("&Test Connection"));
    int item = 0;
    if (m_identity) {
        m_list->item(item++)->setText(tr("Peer"));
        m_identity->retranslate();
    }
    for (const SettingPage &page : std::as_const(m_pages)) {
        m_list->item(item++)->setText(page.title());
        for (SettingRow *row : page.rows)
            row->retranslate();
    }
    if (m_alerts) {
        m_list->item(item++)->setText(tr("Alerts"));
        m_alerts->retranslate();
    }
    alignLabels();
    int widest = 0;
    for (int i = 0; i < m_list->count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(m_list->item(i)->text()));
    m_list->setFixedWidth(widest + 56);
}

void ProfileEditor::alignLabels()
{
    int widest = m_identity ? m_identity->labelWidth() : 0;
    for (const SettingPage &page : std::as_const(m_pages))
        for (const SettingRow *row : page.rows)
            widest = std::max(widest, row->labelWidth());
    if (m_identity)
        static_cast<QGridLayout *>(m_identity->layout())->setColumnMinimumWidth(0, widest);
    for (const SettingPage &page : std::as_const(m_pages))
        static_cast<QGridLayout *>(page.widget->layout())->setColumnMinimumWidth(0, widest);
}

void ProfileEditor::setFormat(const FormatPreferences &preferences)
{
    m_trial->setFormat(preferences);
}

void ProfileEditor::showPage(int page)
{
    m_list->setCurrentRow(page);
}

void ProfileEditor::setPresets(const QList<DialoguePreset> &presets)
{
    m_dialogue.preset->setPresets(presets);
    check();
}

void ProfileEditor::check()
{
    ProfileSettings now;
    for (const SettingPage &page : std::as_const(m_pages))
        for (const SettingRow *row : page.rows)
            row->readInto(now);
    const bool isOne = m_identity && m_subject.profiles.size() == 1;
    m_dialogue.preset->setSurroundings(isOne ? QUrl(m_identity->urlField()->text().trimmed()) : QUrl(),
                                       now.subprotocols.value_or(QStringList()));
    m_dialogue.parameters->setPreset(m_dialogue.preset->chosen());
    for (const SettingPage &page : std::as_const(m_pages))
        for (SettingRow *row : page.rows)
            row->follow(now);
    bool fine = true;
    int item = 0;
    const QIcon warning = style()->standardIcon(QStyle::SP_MessageBoxWarning);
    // Of the same width, so that the words don't move.
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    const auto mark = [&](bool good) {
        m_list->item(item)->setIcon(good ? QIcon(nothing) : warning);
        m_list->item(item++)->setToolTip(good ? QString() : tr("There is an error on this page"));
        fine = fine && good;
    };
    if (m_identity)
        mark(m_identity->complaint().isEmpty());
    for (const SettingPage &page : std::as_const(m_pages))
        mark(std::all_of(page.rows.cbegin(), page.rows.cend(),
                         [](const SettingRow *row) { return row->complaint().isEmpty(); }));
    if (m_alerts)
        mark(true);
    if (m_accept)
        m_accept->setEnabled(fine);
    if (m_test)
        m_test->setEnabled(fine);
}

Workspace ProfileEditor::applyTo(Workspace workspace) const
{
    for (const SettingPage &page : m_pages)
        for (const SettingRow *row : page.rows)
            editSettings(workspace, m_subject, [row](ProfileSettings &own) { row->applyTo(own); });
    if (m_alerts)
        workspace = m_alerts->applyTo(std::move(workspace));
    return m_identity ? m_identity->applyTo(std::move(workspace)) : workspace;
}

QList<ImportedSecret> ProfileEditor::newSecrets() const
{
    QList<ImportedSecret> secrets;
    for (const SecretValue *value : m_secrets)
        if (const auto secret = value->newSecret())
            secrets.append({secret->first, secret->second});
    return secrets;
}

void ProfileEditor::testConnection()
{
    const Workspace edited = applyTo(m_workspace);
    const auto place = edited.find(m_subject.profiles.first());
    if (!place)
        return;
    m_trial->showBeginning();
    m_tester->start(edited, *place, newSecrets(),
                    [this](const ConnectionTrial &trial) { m_trial->showTrial(trial); });
}

void ProfileEditor::done(int result)
{
    if (m_tester)
        m_tester->stop();
    QDialog::done(result);
}

void ProfileEditor::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
