// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTranslator>

#include <memory>
#include <vector>

namespace Pongwatch
{

/// The available languages, and the current one. A language is one file, pongwatch_CODE.qm, among
/// the program's resources, or in the folder named by $PONGWATCH_TRANSLATIONS, with which
/// translators can try new ones. Needs the QCoreApplication, which owns the translators; lives on
/// the GUI thread.
class Languages : public QObject
{
    Q_OBJECT

public:
    struct Language {
        QString code; ///< "zh_CN"
        QString name; ///< in the language itself: "简体中文"

        friend bool operator==(const Language &, const Language &) = default;
    };

    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;

    /// By code, but starting with English, in which the program is written.
    [[nodiscard]] QList<Language> available() const;

    /// Sets the language: texts, numbers and the layout direction. Empty: the system's. A language without a
    /// file gives English texts with its own numbers.
    void choose(const QString &code);

    /// As chosen; empty: the system's.
    [[nodiscard]] const QString &chosen() const { return m_chosen; }

    /// True if `code` is that of a language, whether or not the program has it.
    [[nodiscard]] static bool isLanguage(const QString &code);

Q_SIGNALS:
    void changed();

private:
    void install(const QLocale &locale, const QString &name, const QString &folder);

    QString m_folder;
    QString m_chosen;
    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace Pongwatch
