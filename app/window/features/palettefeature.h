// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <vector>

class QAction;

namespace Pongwatch
{

class CommandPalette;
struct PaletteEntry;

/// Ctrl+K: all that the menus offer, and every peer by name, in a command palette; what was chosen lately
/// first, what can't be done now last, with the reason.
class PaletteFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit PaletteFeature(const WindowContext &context, QObject *parent = nullptr);

    /// Null before it was opened first.
    [[nodiscard]] CommandPalette *palette() const { return m_palette; }

private:
    void retranslate() override;
    void open();
    void run(quint64 id);
    void addActions(const QList<QAction *> &actions, const QString &place,
                    std::vector<PaletteEntry> &entries);
    void addPeers(std::vector<PaletteEntry> &entries) const;
    /// Of a disabled action.
    [[nodiscard]] QString whyNot(const QAction &action) const;
    [[nodiscard]] static QString keyOf(const QString &place, const QString &title);
    [[nodiscard]] int recency(const QString &key) const;
    void noteChosen(const QString &key);

    QAction *m_open;                          // owned by this
    QStringList m_recent;                     ///< keys, the latest last; kept for the next start
    CommandPalette *m_palette = nullptr;      // owned by the window
    std::vector<QPointer<QAction>> m_actions; // by id, as offered last
    QStringList m_keys;                       ///< by id as well
};

} // namespace Pongwatch
