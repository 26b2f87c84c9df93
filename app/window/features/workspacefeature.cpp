// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/workspacefeature.h"

#include "app/window/application.h"
#include "app/window/readabletext.h"
#include "app/window/windowmenus.h"
#include "widgets/workspace/workspaceproblems.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <utility>

namespace Pongwatch
{

WorkspaceFeature::WorkspaceFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_session(context.application->session())
    , m_recent(context.settings)
    , m_new(new QAction(this))
    , m_open(new QAction(this))
    , m_openDefault(new QAction(this))
    , m_save(new QAction(this))
    , m_saveAs(new QAction(this))
    , m_recentMenu(new QMenu(context.window))
    , m_problems(new WorkspaceProblems(context.window))
{
    m_context.window->installEventFilter(this);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_new->setObjectName(QStringLiteral("workspace-new"));
    m_open->setObjectName(QStringLiteral("workspace-open"));
    m_save->setObjectName(QStringLiteral("workspace-save"));
    m_saveAs->setObjectName(QStringLiteral("workspace-save-as"));
    m_context.menus->add(WindowMenus::Menu::File, 10,
                         {m_new, m_open, m_recentMenu->menuAction(), m_openDefault, m_save, m_saveAs});

    connect(m_new, &QAction::triggered, this,
            [this] { whenNothingIsLost([this] { m_session->startNew(); }); });
    connect(m_open, &QAction::triggered, this, &WorkspaceFeature::askForFileToOpen);
    connect(m_openDefault, &QAction::triggered, this, [this] {
        whenNothingIsLost([this] { static_cast<void>(m_context.application->loadKeptPeers()); });
    });
    connect(m_save, &QAction::triggered, this, &WorkspaceFeature::save);
    connect(m_saveAs, &QAction::triggered, this, &WorkspaceFeature::saveAs);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &WorkspaceFeature::fillRecent);

    connect(m_session, &WorkspaceSession::fileChanged, this, &WorkspaceFeature::showFile);
    connect(m_session, &WorkspaceSession::changedOnDisk, this, &WorkspaceFeature::askAboutDisk,
            Qt::QueuedConnection);
    connect(m_session, &WorkspaceSession::saved, this, [this] {
        if (const auto then = std::exchange(m_afterSave, {}))
            then();
    });
    connect(m_session, &WorkspaceSession::saveFailed, this, [this] { m_afterSave = {}; });
    connect(m_problems, &WorkspaceProblems::editorWanted, this,
            [](const QString &file) { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    connect(m_problems, &WorkspaceProblems::retryWanted, this, &WorkspaceFeature::takeOverFromDisk);

    retranslate();
    showFile();
}

void WorkspaceFeature::retranslate()
{
    m_new->setText(tr("&New Workspace"));
    m_open->setText(tr("&Open Workspace…"));
    m_openDefault->setText(tr("Open My &Default Workspace"));
    m_save->setText(tr("&Save Workspace"));
    m_saveAs->setText(tr("Save Workspace &As…"));
    m_recentMenu->setTitle(tr("Open &Recent"));
    showFile();
}

void WorkspaceFeature::showFile()
{
    QString name;
    if (!m_session->path().isEmpty() && !m_session->isDefault()) {
        name = QFileInfo(m_session->path()).fileName();
        if (!m_session->isModified())
            m_recent.add(m_session->path());
    } else if (!m_session->isDefault()) {
        name = tr("New workspace");
    }
    m_context.window->setWindowTitle(
        name.isEmpty()
            ? QStringLiteral("Pongwatch")
            : tr("%1[*] – Pongwatch", "title: a file's name; [*] is the mark of changes").arg(name));
    m_context.window->setWindowModified(!name.isEmpty() && m_session->isModified());
    m_save->setEnabled(m_session->needsName() || m_session->isModified());
    m_openDefault->setEnabled(!m_session->isDefault());
    m_recentMenu->setEnabled(!m_recent.paths().isEmpty());
    if (!m_session->unreadable())
        m_toldUnreadable = false;
    if (m_session->unreadable()) {
        // When the window is shown.
        QMetaObject::invokeMethod(this, &WorkspaceFeature::showUnreadable, Qt::QueuedConnection);
    } else if (m_problems->isVisible() && !m_session->needsName()) {
        m_problems->hide();
    }
}

void WorkspaceFeature::fillRecent()
{
    m_recentMenu->clear();
    for (const QString &path : m_recent.paths()) {
        QAction *action = m_recentMenu->addAction(inHome(path).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear This List")), &QAction::triggered, this, [this] {
        m_recent.clear();
        showFile();
    });
}

void WorkspaceFeature::askForFileToOpen()
{
    auto *dialog =
        new QFileDialog(m_context.window, tr("Open Workspace"), QFileInfo(m_session->path()).path(),
                        tr("Workspaces (*.pongwatch);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceFeature::open);
    dialog->open();
}

void WorkspaceFeature::open(const QString &path)
{
    whenNothingIsLost([this, path] { openNow(path); });
}

void WorkspaceFeature::openNow(const QString &path)
{
    if (const Outcome opened = m_session->open(path); !opened) {
        m_recent.remove(path);
        tellProblems(path, opened.error().sentence());
    }
}

void WorkspaceFeature::save()
{
    if (m_session->hasConflict())
        askAboutDisk();
    else if (m_session->needsName())
        saveAs();
    else
        m_session->save();
}

void WorkspaceFeature::saveAs()
{
    auto *dialog = new QFileDialog(m_context.window, tr("Save Workspace As"),
                                   QFileInfo(m_session->path()).path(), tr("Workspaces (*.pongwatch)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pongwatch"));
    connect(dialog, &QFileDialog::fileSelected, m_session, &WorkspaceSession::saveAs);
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSave = {}; });
    dialog->open();
}

void WorkspaceFeature::askAboutDisk()
{
    if (!m_session->hasConflict() || m_question)
        return;
    m_question = new QMessageBox(m_context.window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setObjectName(QStringLiteral("disk-question"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setIcon(QMessageBox::Question);
    m_question->setWindowTitle(tr("The File Has Changed"));
    m_question->setText(tr("Another program has changed “%1”.").arg(inHome(m_session->path())));
    m_question->setInformativeText(m_session->isModified()
                                       ? tr("There are also unsaved changes here. Reloading can be undone; "
                                            "keeping yours replaces the file.")
                                       : tr("Reloading can be undone; keeping yours replaces the file."));
    QPushButton *reload = m_question->addButton(tr("&Reload"), QMessageBox::AcceptRole);
    QPushButton *keep = m_question->addButton(tr("&Keep Mine"), QMessageBox::DestructiveRole);
    m_question->addButton(tr("&Later"), QMessageBox::RejectRole);
    connect(reload, &QPushButton::clicked, this, &WorkspaceFeature::takeOverFromDisk);
    connect(keep, &QPushButton::clicked, m_session, &WorkspaceSession::keepMine);
    connect(m_question, &QObject::destroyed, this, [this] { m_question = nullptr; });
    m_question->open();
}

void WorkspaceFeature::takeOverFromDisk()
{
    const Outcome reloaded = m_session->reload();
    if (reloaded)
        m_problems->hide();
    else
        tellProblems(m_session->path(), reloaded.error().sentence());
}

void WorkspaceFeature::showUnreadable()
{
    if (m_session->unreadable() && !std::exchange(m_toldUnreadable, true))
        tellProblems(m_session->path(), m_session->unreadable()->sentence());
}

void WorkspaceFeature::tellProblems(const QString &path, const QString &sentence)
{
    const Result<WorkspaceReading> reading = WorkspaceFile::examine(path);
    m_problems->showProblems(path, sentence, reading ? reading.value().problems : QList<Problem>());
}

void WorkspaceFeature::whenNothingIsLost(const std::function<void()> &then)
{
    if (!m_session->mayLose()) {
        then();
        return;
    }
    if (m_question)
        return;
    m_question = new QMessageBox(m_context.window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setObjectName(QStringLiteral("save-question"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setIcon(QMessageBox::Warning);
    m_question->setWindowTitle(tr("Unsaved Changes"));
    m_question->setText(m_session->path().isEmpty()
                            ? tr("The workspace has not been saved.")
                            : tr("“%1” has changes that are not saved.").arg(inHome(m_session->path())));
    m_question->setInformativeText(tr("They are lost if you don't save."));
    QPushButton *saving = m_question->addButton(QMessageBox::Save);
    QPushButton *losing = m_question->addButton(QMessageBox::Discard);
    m_question->addButton(QMessageBox::Cancel);
    m_question->setDefaultButton(saving);
    connect(saving, &QPushButton::clicked, this, [this, then] {
        m_afterSave = then;
        if (m_session->hasConflict() || m_session->needsName())
            saveAs();
        else
            m_session->save();
    });
    connect(losing, &QPushButton::clicked, this, [this, then] {
        m_context.application->rescue()->giveUp();
        then();
    });
    connect(m_question, &QObject::destroyed, this, [this] { m_question = nullptr; });
    m_question->open();
}

bool WorkspaceFeature::eventFilter(QObject *watched, QEvent *event)
{
    const bool asks = watched == m_context.window && event->type() == QEvent::Close && !m_mayClose &&
                      (m_session->mayLose() || m_context.application->secrets()->waiting() > 0);
    if (!asks)
        return QObject::eventFilter(watched, event);
    event->ignore();
    whenNothingIsLost([this] {
        whenSecretsAreKept([this] {
            m_mayClose = true;
            // When the question is closed.
            QMetaObject::invokeMethod(m_context.window, &QWidget::close, Qt::QueuedConnection);
        });
    });
    return true;
}

void WorkspaceFeature::whenSecretsAreKept(const std::function<void()> &then)
{
    const qsizetype waiting = m_context.application->secrets()->waiting();
    if (waiting == 0) {
        then();
        return;
    }
    auto *question = new QMessageBox(m_context.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("secrets-question"));
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Warning);
    question->setWindowTitle(tr("The Keychain Has Not Answered"));
    question->setText(tr("%n secrets are not in the keychain yet.", nullptr, int(waiting)));
    question->setInformativeText(
        tr("You may need to unlock it. If Pongwatch quits now, you will have to enter them again."));
    QPushButton *closing = question->addButton(tr("&Close Anyway"), QMessageBox::DestructiveRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(closing, &QPushButton::clicked, this, [then] { then(); });
    question->open();
}

} // namespace Pongwatch
