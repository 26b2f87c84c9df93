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

/// Ctrl+K: all commands of the menus, and every peer by name, in a command palette; recent choices come
/// first, unavailable ones last, with the reason.
class PaletteFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit PaletteFeature(const WindowContext &context, QObject *parent = nullptr);

    /// Null until it is opened for the first time.
    [[nodiscard]] CommandPalette *palette() const { return m_palette; }

private:
    void retranslate() override;
    void open();
    void run(quint64 id);
    void addActions(const QList<QAction *> &actions, const QString &place,
                    std::vector<PaletteEntry> &entries);
    void addPeers(std::vector<PaletteEntry> &entries) const;
    /// For a disabled action.
    [[nodiscard]] QString whyNot(const QAction &action) const;
    [[nodiscard]] static QString keyOf(const QString &place, const QString &title);
    [[nodiscard]] int recency(const QString &key) const;
    void noteChosen(const QString &key);

    QAction *m_open;                          // owned by this
    QStringList m_recent;                     ///< keys, the latest last; kept for the next start
    CommandPalette *m_palette = nullptr;      // owned by the window
    std::vector<QPointer<QAction>> m_actions; // by id, as last offered
    QStringList m_keys;                       ///< likewise by id
};

} // namespace Pongwatch
