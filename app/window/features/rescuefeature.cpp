// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/rescuefeature.h"

#include "app/window/application.h"
#include "app/window/features/workspacefeature.h"
#include "app/window/noticebar.h"
#include "app/window/readabletext.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace Pongwatch
{

RescueFeature::RescueFeature(const WindowContext &context, WorkspaceFeature *workspace, QObject *parent)
    : WindowFeature(context, parent)
    , m_workspace(workspace)
{
    m_context.window->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &RescueFeature::noteSessionEnd);
    connect(context.application->session(), &WorkspaceSession::changed, this,
            [this] { m_sessionEnds = false; });
    // When the window is shown and has its workspace.
    QMetaObject::invokeMethod(this, &RescueFeature::look, Qt::QueuedConnection);
}

RescueFeature::~RescueFeature() = default;

void RescueFeature::look()
{
    m_found = m_context.application->rescue()->leftovers();
    std::reverse(m_found.begin(), m_found.end());
    offerNext();
}

void RescueFeature::offerNext()
{
    if (m_found.empty() || m_question)
        return;
    Result<RescueFile::Rescued> read = m_found.back()->read();
    if (!read) {
        m_context.notice->showNotice(read.error().sentence());
        m_found.pop_back(); // it is left alone
        offerNext();
        return;
    }
    m_offered = std::move(read).value();
    m_question = new QMessageBox(m_context.window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setObjectName(QStringLiteral("rescue-question"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setIcon(QMessageBox::Question);
    m_question->setWindowTitle(tr("Unsaved Changes"));
    m_question->setText(
        m_offered.belongsTo.isEmpty()
            ? tr("Pongwatch ended before a new workspace was saved.")
            : tr("Pongwatch ended before the changes of “%1” were saved.").arg(inHome(m_offered.belongsTo)));
    m_question->setInformativeText(
        tr("They were saved separately at %1, with %n peers. Restoring them can be undone.", nullptr,
           int(m_offered.workspace.profileCount()))
            .arg(QLocale().toString(m_offered.at, QLocale::ShortFormat)));
    QPushButton *restoring = m_question->addButton(tr("&Restore"), QMessageBox::AcceptRole);
    QPushButton *losing = m_question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *later = m_question->addButton(tr("&Later"), QMessageBox::RejectRole);
    m_question->setDefaultButton(restoring);
    m_question->setEscapeButton(later);
    connect(restoring, &QPushButton::clicked, this, &RescueFeature::restore);
    connect(losing, &QPushButton::clicked, this, [this] { m_found.back()->discard(); });
    connect(m_question, &QObject::destroyed, this, [this] {
        m_question = nullptr;
        m_found.pop_back();
        offerNext();
    });
    m_question->open();
}

void RescueFeature::restore()
{
    WorkspaceSession *session = m_context.application->session();
    const QString origin = m_offered.belongsTo;
    if (origin.isEmpty()) {
        session->startNew();
    } else if (origin != session->path()) {
        const Outcome opened =
            origin == session->defaultFile() ? session->openDefault() : session->open(origin);
        if (!opened && origin != session->defaultFile())
            session->startNew(); // the file is gone, or damaged: it is saved under another name
    }
    session->takeOver(tr("restoring unsaved changes"), m_offered.workspace);
    // Only when they are safe in another place.
    Outcome safe = session->mayLose() ? m_context.application->rescue()->keepNow() : session->flush();
    if (safe)
        m_found.back()->discard();
    else
        m_context.notice->showNotice(safe.error().sentence());
}

void RescueFeature::noteSessionEnd()
{
    m_sessionEnds = true;
    static_cast<void>(m_context.application->session()->flush()); // it reports its errors itself
    if (const Outcome kept = m_context.application->rescue()->keepNow(); !kept)
        m_context.notice->showNotice(kept.error().sentence());
}

bool RescueFeature::eventFilter(QObject *watched, QEvent *event)
{
    // Nobody is asked any more; Application::stop() keeps unsaved changes.
    if (watched == m_context.window && event->type() == QEvent::Close && m_sessionEnds)
        m_workspace->letClose();
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch
