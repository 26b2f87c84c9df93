// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class QAction;

namespace Pongwatch
{

class FrameListModel;

/// A FrameListModel as it is seen: follows its newest frame until the user scrolls away, and then stands
/// still whatever comes and goes.
class FrameView : public QTreeView
{
    Q_OBJECT

public:
    explicit FrameView(QWidget *parent = nullptr);

    /// Outlives the view or is replaced; null: none.
    void setFrames(FrameListModel *frames);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    /// To the newest frame, and on with it.
    void follow();

    /// Puts the selected frames on the clipboard, one a line.
    void copyRows() const;
    /// The same of their contents alone, as whole as they are kept.
    void copyContents() const;
    /// The same as JSON lines.
    void copyJson() const;

Q_SIGNALS:
    void followingChanged(bool isFollowing);
    /// Another frame is looked at; invalid: none.
    void frameChanged(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void retranslate();
    void layOutColumns();
    void hideWhatHasNoRoom();
    [[nodiscard]] QModelIndexList chosen() const;
    void setFollowing(bool isFollowing);

    FrameListModel *m_frames = nullptr;
    bool m_isFollowing = true;
    bool m_isChanging = false; ///< rows come or go: what the scroll bar does is not the user's doing
    int m_rowsGone = 0;
    QAction *m_copy;
    QAction *m_copyContents;
    QAction *m_copyJson;
};

} // namespace Pongwatch
