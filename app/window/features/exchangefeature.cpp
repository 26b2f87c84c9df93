// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/exchangefeature.h"

#include "app/window/application.h"
#include "app/window/background.h"
#include "app/window/features/workspacefeature.h"
#include "app/window/noticebar.h"
#include "app/window/secretkeeping.h"
#include "app/window/windowmenus.h"
#include "widgets/peerlistview.h"
#include "widgets/workspace/importpreview.h"
#include "workspace/importfiles.h"
#include "workspace/urlreferences.h"
#include "workspace/workspaceedits.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace Pongwatch
{

namespace
{

/// Shows which file each message is about, however many files there are.
ImportOptions namedFiles()
{
    ImportOptions options;
    options.namesFiles = true;
    return options;
}

} // namespace

ExchangeFeature::ExchangeFeature(const WindowContext &context, WorkspaceFeature *workspace, QObject *parent)
    : WindowFeature(context, parent)
    , m_workspace(workspace)
    , m_import(new QAction(this))
    , m_exportCsv(new QAction(this))
    , m_exportJson(new QAction(this))
    , m_paste(new QAction(this))
    , m_copyAs(new QMenu(context.window))
{
    m_context.window->installEventFilter(this);
    m_import->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_paste->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_V));
    m_import->setObjectName(QStringLiteral("import"));
    m_exportCsv->setObjectName(QStringLiteral("export-csv"));
    m_exportJson->setObjectName(QStringLiteral("export-json"));
    m_paste->setObjectName(QStringLiteral("paste"));
    for (const CommandKind kind :
         {CommandKind::Pongwatch, CommandKind::PythonWebsockets, CommandKind::Websocat, CommandKind::Wscat}) {
        QAction *action = m_copyAs->addAction(QString());
        m_copies.append(action);
        connect(action, &QAction::triggered, this, [this, kind] { copyAs(kind); });
    }
    m_context.menus->add(WindowMenus::Menu::File, 20, {m_import, m_exportCsv, m_exportJson});
    m_context.menus->add(WindowMenus::Menu::Edit, 10, {m_paste, m_copyAs->menuAction()});
    m_context.list->addAction(m_copyAs->menuAction());

    connect(m_import, &QAction::triggered, this, &ExchangeFeature::askForFilesToImport);
    connect(m_paste, &QAction::triggered, this, &ExchangeFeature::paste);
    connect(m_exportCsv, &QAction::triggered, this, [this] {
        exportAs(QStringLiteral("csv"), tr("Tables (*.csv)"),
                 exportCsv(m_context.application->session()->workspace().withoutGuests()).toUtf8());
    });
    connect(m_exportJson, &QAction::triggered, this, [this] {
        exportAs(QStringLiteral("json"), tr("JSON (*.json *.pongwatch)"),
                 exportJson(m_context.application->session()->workspace()));
    });
    enableWithSelection({m_copyAs->menuAction()});
    m_context.window->setAcceptDrops(true);
    retranslate();
}

void ExchangeFeature::retranslate()
{
    m_import->setText(tr("&Import…"));
    m_exportCsv->setText(tr("Export as &Table (CSV)…"));
    m_exportJson->setText(tr("Export as &JSON…"));
    m_paste->setText(tr("&Paste Peers"));
    m_copyAs->setTitle(tr("&Copy As"));
    m_copies[0]->setText(tr("&pongwatch monitor"));
    m_copies[1]->setText(tr("Program for p&ython-websockets"));
    m_copies[2]->setText(tr("&websocat"));
    m_copies[3]->setText(tr("w&scat"));
}

ExchangeFeature::Source ExchangeFeature::sourceOf(const QMimeData *data)
{
    Source source;
    QStringList lines;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile())
            source.files.append(url.toLocalFile());
        else
            lines.append(url.toString(QUrl::FullyEncoded));
    source.text = source.files.isEmpty() && data->hasText() ? data->text() : lines.join(u'\n');
    return source;
}

void ExchangeFeature::paste()
{
    const Source source = sourceOf(QGuiApplication::clipboard()->mimeData());
    if (source.text.trimmed().isEmpty() && source.files.isEmpty())
        m_context.notice->showNotice(tr("There is no text in the clipboard. Copy URLs or commands first."));
    else
        import(source);
}

void ExchangeFeature::askForFilesToImport()
{
    auto *dialog = new QFileDialog(m_context.window, tr("Import"), QString(),
                                   tr("All that can be imported (*.csv *.tsv *.json *.har *.yaml *.yml *.bru "
                                      "*.pongwatch *.txt *.sh *.env .env);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        import({QString(), files});
    });
    dialog->open();
}

void ExchangeFeature::takeDrop(const Source &source)
{
    const bool isWorkspace =
        source.files.size() == 1 && source.text.isEmpty() &&
        QFileInfo(source.files.first()).suffix().compare(QLatin1String("pongwatch"), Qt::CaseInsensitive) ==
            0;
    if (isWorkspace)
        askAboutWorkspace(source.files.first());
    else
        import(source);
}

void ExchangeFeature::askAboutWorkspace(const QString &path)
{
    auto *question = new QMessageBox(m_context.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("drop-question"));
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("A Workspace"));
    question->setText(tr("“%1” is a workspace.").arg(QFileInfo(path).fileName()));
    question->setInformativeText(
        tr("Open it in place of the one that is open, or add its peers to that one?"));
    QPushButton *opening = question->addButton(tr("&Open It"), QMessageBox::AcceptRole);
    QPushButton *adding = question->addButton(tr("&Add Its Peers…"), QMessageBox::ActionRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(opening);
    connect(opening, &QPushButton::clicked, this, [this, path] { m_workspace->open(path); });
    connect(adding, &QPushButton::clicked, this, [this, path] { import({QString(), { path }}); });
    question->open();
}

void ExchangeFeature::import(const Source &source)
{
    inBackground(
        this, [source] { return importFiles(source.text, source.files, namedFiles()); },
        [this, source](const ImportResult &result) { preview(result, source); });
}

ImportPreview::Surroundings ExchangeFeature::surroundings() const
{
    ImportPreview::Surroundings result;
    const Workspace &workspace = m_context.application->session()->workspace();
    for (const ProfileGroup &group : workspace.groups)
        result.groups.append(group.name);
    for (const ProfilePlace &place : workspace.places())
        result.namesByUrl.insert(comparableUrl(workspace.at(place).url), workspace.at(place).name);
    return result;
}

void ExchangeFeature::preview(const ImportResult &result, const Source &source)
{
    if (m_preview)
        return;
    if (result.profiles.empty() && result.problems.isEmpty() && result.notes.isEmpty()) {
        m_context.notice->showNotice(tr("It contains no peers."));
        return;
    }
    m_preview = new ImportPreview(result, surroundings(), m_context.window);
    m_preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_preview, &ImportPreview::columnChosen, this, [this, source](int column) {
        ImportOptions options = namedFiles();
        options.urlColumn = column;
        inBackground(
            this, [source, options] { return importFiles(source.text, source.files, options); },
            [this](const ImportResult &again) {
                if (m_preview)
                    m_preview->setResult(again);
            });
    });
    connect(m_preview, &QDialog::accepted, this,
            [this] { add(m_preview->chosen(), m_preview->group(), m_preview->isMerging()); });
    m_preview->open();
}

void ExchangeFeature::add(const std::vector<ImportedProfile> &profiles, const QString &group, bool merges)
{
    WorkspaceSession *session = m_context.application->session();
    WorkspaceEdits::Imported imported = WorkspaceEdits::withImported(
        session->workspace(), profiles, group,
        merges ? WorkspaceEdits::Duplicates::Merge : WorkspaceEdits::Duplicates::Add);
    // The secrets can be read from now on, however long a keychain takes to store them.
    keepSecrets(m_context.application->secrets(), imported.secrets,
                [self = QPointer<ExchangeFeature>(this)](const QList<Error> &errors) {
                    if (self && !errors.isEmpty())
                        self->m_context.notice->showNotice(errors.first().sentence());
                });
    // The entries were just created from the imported data, for the hosts named there. Access to anything
    // else of this user's, such as what a file beside it had, needs confirmation.
    QList<WorkspaceDemand> ownEntries;
    for (const WorkspaceDemand &demand : demandsOf(imported.workspace)) {
        const auto isIt = [&demand](const ImportedSecret &secret) {
            return secret.name == demand.name && !secret.isFoundBeside;
        };
        if (demand.kind == WorkspaceDemand::Kind::KeychainEntry &&
            std::any_of(imported.secrets.cbegin(), imported.secrets.cend(), isIt))
            ownEntries.append(demand);
    }
    if (const Outcome kept = m_context.application->trust(ownEntries); !kept)
        m_context.notice->showNotice(kept.error().sentence());
    session->edit(tr("adding %n peers", nullptr, int(profiles.size())), std::move(imported.workspace));
}

void ExchangeFeature::takeUrl(const QUrl &url)
{
    const QString name = surroundings().namesByUrl.value(comparableUrl(url.toString(QUrl::FullyEncoded)));
    if (name.isEmpty()) {
        m_context.list->selectPeer(m_context.application->addPeer(url));
        return;
    }
    auto *question = new QMessageBox(m_context.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("duplicate-question"));
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Duplicate Peer"));
    question->setText(tr("“%1” already has this URL.").arg(name));
    question->setInformativeText(tr("Add another one, or show the existing one?"));
    QPushButton *showing = question->addButton(tr("&Show It"), QMessageBox::AcceptRole);
    QPushButton *adding = question->addButton(tr("&Add Another"), QMessageBox::ActionRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(showing);
    connect(showing, &QPushButton::clicked, this, [this, name] {
        const Workspace &workspace = m_context.application->session()->workspace();
        const auto place = workspace.find(name);
        const auto peer =
            place ? m_context.application->fleet()->peerOf(workspace.at(*place).key) : std::nullopt;
        if (peer)
            m_context.list->selectPeer(*peer);
    });
    connect(adding, &QPushButton::clicked, this,
            [this, url] { m_context.list->selectPeer(m_context.application->addPeer(url)); });
    question->open();
}

void ExchangeFeature::takeText(const QString &text)
{
    inBackground(
        this, [text] { return importProfiles(text); },
        [this, text](const ImportResult &result) {
            const bool needsALook =
                result.profiles.size() != 1 || result.hasIgnored() ||
                std::any_of(result.profiles.front().notes.cbegin(), result.profiles.front().notes.cend(),
                            [](const ImportNote &note) { return note.kind == ImportNote::Kind::Warning; });
            const bool isThere = !needsALook && surroundings().namesByUrl.contains(
                                                    comparableUrl(result.profiles.front().profile.url));
            if (needsALook || isThere)
                preview(result, {text, {}});
            else
                add(result.profiles, {}, false);
        });
}

void ExchangeFeature::exportAs(const QString &suffix, const QString &filter, const QByteArray &text)
{
    auto *dialog = new QFileDialog(m_context.window, tr("Export"), QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString &path) {
        inBackground(
            this, [path, text] { return writeWholeFile(path, text); },
            [this, path](const Outcome &outcome) {
                m_context.notice->showNotice(outcome ? tr("Saved %1.").arg(path)
                                                     : outcome.error().sentence());
            });
    });
    dialog->open();
}

void ExchangeFeature::copyAs(CommandKind kind)
{
    const Workspace &workspace = m_context.application->session()->workspace();
    QStringList commands;
    for (const ProfileKey key : m_context.application->fleet()->profilesOf(m_context.list->selectedPeers()))
        if (const auto place = workspace.find(key))
            commands.append(copyAsCommand(workspace, *place, kind));
    QGuiApplication::clipboard()->setText(commands.join(u'\n'));
    m_context.notice->showNotice(tr("%n commands copied, without secrets.", nullptr, int(commands.size())));
}

bool ExchangeFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_context.window)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto *drag = static_cast<QDragMoveEvent *>(event);
        if (drag->mimeData()->hasUrls() || drag->mimeData()->hasText()) {
            // Never as a move, which would remove the text from its editor, or the file from its folder.
            drag->setDropAction(Qt::CopyAction);
            drag->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        takeDrop(sourceOf(drop->mimeData()));
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch
