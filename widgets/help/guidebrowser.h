// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace Pongwatch
{

/// Shows the pages of the guide, which are built into the program, so that it works everywhere, even without
/// a network. Lines stay short enough to read, and pictures are not wider; links that lead out of the guide
/// are opened by the system.
class GuideBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget *parent = nullptr);

    /// The first page, in the program's language.
    [[nodiscard]] static QUrl firstPage();

    /// The same page in the program's language; in English if that language has no such page.
    [[nodiscard]] static QUrl inOwnLanguage(const QUrl &page);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int pictureWidth() const;
    void scrollToHeading(const QString &anchor);

    int m_picturesFor = 0; ///< the width that they were made for
    QTimer m_reloadSoon;
};

} // namespace Pongwatch
