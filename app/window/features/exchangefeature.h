// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "widgets/workspace/importpreview.h"
#include "workspace/commandcopy.h"
#include "workspace/profileimport.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QMimeData;

namespace Pongwatch
{

class WorkspaceFeature;

/// Import and export of profiles: what is pasted, dropped or read from files is shown before it is added; the
/// workspace can be exported, and peers copied as command lines for several tools. No secret is exported.
class ExchangeFeature : public WindowFeature
{
    Q_OBJECT

public:
    ExchangeFeature(const WindowContext &context, WorkspaceFeature *workspace, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

    /// A typed URL: added at once, unless a peer already has it.
    void takeUrl(const QUrl &url);
    /// Any other typed text: if it is a single peer about which there is nothing to report, it is added at
    /// once, otherwise shown first.
    void takeText(const QString &text);

private:
    /// The input of an import: texts, and files to be read on another thread.
    struct Source {
        QString text;
        QStringList files;
    };

    void retranslate() override;
    void paste();
    [[nodiscard]] static Source sourceOf(const QMimeData *data);
    void askForFilesToImport();
    void takeDrop(const Source &source);
    void askAboutWorkspace(const QString &path);
    void import(const Source &source);
    void preview(const ImportResult &result, const Source &source);
    [[nodiscard]] ImportPreview::Surroundings surroundings() const;
    void add(const std::vector<ImportedProfile> &profiles, const QString &group, bool merges);
    void exportAs(const QString &suffix, const QString &filter, const QByteArray &text);
    void copyAs(CommandKind kind);

    WorkspaceFeature *m_workspace;
    // Owned by this, or by the window.
    QAction *m_import;
    QAction *m_exportCsv;
    QAction *m_exportJson;
    QAction *m_paste;
    QMenu *m_copyAs;
    QList<QAction *> m_copies; ///< in the order of CommandKind
    QPointer<ImportPreview> m_preview;
};

} // namespace Pongwatch
