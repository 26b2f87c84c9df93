// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/examinefeature.h"

#include "app/window/application.h"
#include "app/window/background.h"
#include "app/window/noticebar.h"
#include "app/window/windowmenus.h"
#include "examine/findings/limitsfound.h"
#include "past/pastends.h"
#include "text/wording.h"
#include "widgets/examine/examinedialog.h"
#include "widgets/inspector/inspector.h"
#include "widgets/peerlistview.h"
#include "workspace/workspaceedits.h"

#include <QAction>

namespace Pongwatch
{

ExamineFeature::ExamineFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_examine(new QAction(this))
    , m_resolver(context.application->secrets(), QProcessEnvironment::systemEnvironment(),
                 context.application->presets())
    , m_shelf(FindingShelf::defaultFolder())
{
    m_files.setMaxThreadCount(1);
    m_examine->setObjectName(QStringLiteral("examine"));
    m_context.menus->add(WindowMenus::Menu::Peer, 10, {m_examine});
    m_context.list->addAction(m_examine);
    connect(m_examine, &QAction::triggered, this, &ExamineFeature::openDialog);
    connect(m_context.application->session(), &WorkspaceSession::changed, this,
            &ExamineFeature::showInterval);
    PeerPage *page = m_context.inspector->peerPage();
    page->setAdvice([this](PeerId peer) { return adviceFor(peer); });
    connect(m_context.application->examinations(), &PastExaminations::changed, page, &PeerPage::refresh);
    connect(page, &PeerPage::intervalChosen, this, [this](PeerId peer, nanoseconds interval) {
        const QList<ProfileKey> keys = m_context.application->fleet()->profilesOf({peer});
        if (!keys.isEmpty())
            takeInterval(keys.first(), interval);
    });
    enableWithSelection({m_examine});
    retranslate();
}

ExamineFeature::~ExamineFeature()
{
    delete m_dialog;
}

ExamineDialog *ExamineFeature::dialog() const
{
    return m_dialog;
}

void ExamineFeature::retranslate()
{
    m_examine->setText(tr("E&xamine…"));
    m_examine->setToolTip(
        tr("Find out how long the selected peer's connections may be silent, who cuts them, how pings "
           "are answered, and more"));
    m_model.retranslate();
}

void ExamineFeature::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    const QList<ProfileKey> keys =
        m_context.application->fleet()->profilesOf(m_context.list->selectedPeers().mid(0, 1));
    const Workspace &workspace = m_context.application->session()->workspace();
    const auto place = keys.isEmpty() ? std::nullopt : workspace.find(keys.first());
    if (!place)
        return;
    m_key = keys.first();
    m_url = displayUrl(workspace.effectiveSettings(*place).url);
    m_kept = {};
    m_model.setBefore({});
    m_model.setFindings({});
    ++m_number;
    m_dialog = new ExamineDialog(workspace.at(*place).name, &m_model, m_context.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setResumable(false);
    inBackground(
        this, [shelf = m_shelf, url = m_url] { return shelf.read(url); },
        [this, number = m_number](const KeptFindings &kept) {
            if (number == m_number && m_dialog)
                takeKept(kept);
        },
        &m_files);
    ExaminationPlan plan;
    plan.connection.url = workspace.effectiveSettings(*place).url;
    m_dialog->setOverhead(Examination::atMost(plan) - plan.upTo);
    connect(m_dialog, &ExamineDialog::startRequested, this, &ExamineFeature::begin);
    connect(m_dialog, &ExamineDialog::cancelRequested, this, [this] {
        if (m_examination)
            m_examination->cancel();
    });
    connect(m_dialog, &ExamineDialog::intervalChosen, this,
            [this](nanoseconds interval) { takeInterval(m_key, interval); });
    connect(m_dialog, &QDialog::finished, this, [this] {
        if (m_examination) {
            m_examination->cancel();
            finish();
        }
    });
    showInterval();
    m_dialog->show();
}

void ExamineFeature::takeKept(const KeptFindings &kept)
{
    m_kept = kept;
    if (m_examination) { // it was begun before this was read
        compareWithKept();
        return;
    }
    m_model.setBefore(m_kept.before);
    m_model.setFindings(m_kept.findings);
    m_dialog->setResumable(m_kept.isCutShort);
}

/// What was found the last time is now what was known before.
void ExamineFeature::compareWithKept()
{
    m_kept.before = m_kept.lastKnown();
    m_model.setBefore(m_kept.before);
}

void ExamineFeature::begin(bool goOn)
{
    const Workspace &workspace = m_context.application->session()->workspace();
    const auto place = workspace.find(m_key);
    if (!place || m_examination)
        return;
    if (PeerFleet *fleet = m_context.application->fleet(); !fleet->untrusted(*place).isEmpty()) {
        m_dialog->showNote(tr("“%1” wants more than a connection: answer that question first.")
                               .arg(Wording::harmless(workspace.at(*place).name, 120)));
        fleet->askForTrust();
        return;
    }
    m_resolver.resolve(workspace, *place,
                       [self = QPointer<ExamineFeature>(this), number = m_number,
                        goOn](const Result<ConnectionSettings> &settings) {
                           if (!self || self->m_number != number || !self->m_dialog || self->m_examination)
                               return;
                           if (settings)
                               self->readPast(settings.value(), goOn);
                           else
                               self->m_dialog->showNote(settings.error().sentence());
                       });
}

/// What the history knows of the peer's earlier connections, and then begins.
void ExamineFeature::readPast(const ConnectionSettings &settings, bool goOn)
{
    const std::optional<HistoryStatus> history = m_context.application->historyStatus();
    if (!history) {
        run(settings, {}, goOn);
        return;
    }
    inBackground(
        this,
        [url = displayUrl(settings.url), file = history->path] {
            const Result<std::vector<PastEnd>> ends = pastEndsOf(url, file);
            return ends ? ends.value() : std::vector<PastEnd>(); // what is wrong with it others tell
        },
        [this, settings, goOn, number = m_number](const std::vector<PastEnd> &ends) {
            if (number == m_number && m_dialog && !m_examination)
                run(settings, ends, goOn);
        },
        &m_files);
}

void ExamineFeature::run(const ConnectionSettings &settings, const std::vector<PastEnd> &pastEnds, bool goOn)
{
    ExaminationPlan plan;
    plan.connection = settings;
    plan.pastEnds = pastEnds;
    plan.upTo = m_dialog->upTo();
    m_wentOn = goOn;
    if (goOn) {
        plan.known = m_kept.findings;
    } else {
        compareWithKept();
        m_model.setFindings({});
    }
    m_examination = std::make_unique<Examination>(plan);
    connect(m_examination.get(), &Examination::found, this,
            [this](const Finding &finding) { m_model.put(finding); });
    connect(m_examination.get(), &Examination::progressed, this, [this](const ExaminationProgress &progress) {
        if (m_dialog)
            m_dialog->showProgress(progress.kind, progress.step, progress.steps, progress.left,
                                   progress.heldSilence);
    });
    connect(m_examination.get(), &Examination::finished, this, &ExamineFeature::finish);
    m_dialog->showRunning(true);
    m_examination->start();
}

void ExamineFeature::finish()
{
    if (!m_examination)
        return;
    const bool cancelled = m_examination->wasCancelled();
    const QList<Finding> findings = m_examination->findings();
    // It may be what has called.
    m_examination->disconnect(this);
    m_examination.release()->deleteLater();
    if (!findings.isEmpty())
        inBackground(
            this,
            [shelf = m_shelf, url = m_url, findings, cancelled, wentOn = m_wentOn] {
                const Outcome kept = shelf.keep(url, findings, cancelled, wentOn);
                return std::pair(kept, shelf.read(url));
            },
            [this, number = m_number, url = m_url,
             cancelled](const std::pair<Outcome, KeptFindings> &result) {
                m_context.application->examinations()->lookUpAgain(url);
                if (!result.first)
                    m_context.notice->showNotice(result.first.error().sentence());
                if (number != m_number || m_examination)
                    return;
                m_kept = result.second;
                if (m_dialog)
                    m_dialog->setResumable(cancelled);
            },
            &m_files);
    if (!m_dialog)
        return;
    m_dialog->setResumable(false);
    m_dialog->showRunning(false);
    m_dialog->showNote(cancelled ? tr("Cancelled. What is above was known by then.") : tr("Done."));
}

void ExamineFeature::showInterval()
{
    const Workspace &workspace = m_context.application->session()->workspace();
    const auto place = workspace.find(m_key);
    if (m_dialog && place)
        m_dialog->setCurrentInterval(workspace.effectiveSettings(*place).keepalive.interval);
}

std::optional<PeerPage::Advice> ExamineFeature::adviceFor(PeerId peer) const
{
    const ExaminedLimits *limits = m_context.application->examinations()->limitsOf(peer);
    const ConnectionSettings *settings = m_context.application->book()->settings(peer);
    const auto advice = limits && settings ? intervalAdvice(*settings, *limits) : std::nullopt;
    return advice ? std::optional(PeerPage::Advice(advice->sentence, advice->interval)) : std::nullopt;
}

void ExamineFeature::takeInterval(ProfileKey key, nanoseconds interval)
{
    WorkspaceSession &session = *m_context.application->session();
    Workspace workspace = session.workspace();
    const auto place = workspace.find(key);
    if (!place)
        return;
    workspace.at(*place).own.pingInterval = ProfileSettings::Limit(interval);
    const QString name = tr("setting the ping interval of “%1”").arg(workspace.at(*place).name);
    session.edit(name, std::move(workspace));
}

} // namespace Pongwatch
