// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTranslator>

#include <memory>
#include <vector>

namespace Pongwatch
{

/// The languages that the program speaks, and the one that it speaks now. A language is one file
/// pongwatch_CODE.qm among the program's resources, or in the folder that $PONGWATCH_TRANSLATIONS names,
/// which is how a translator tries a new one. Needs the QCoreApplication, whose translators it owns; lives on
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

    /// By code; English, which the program is written in, first.
    [[nodiscard]] QList<Language> available() const;

    /// Speaks a language from now on: texts, numbers and the direction of the layout. Empty: the system's.
    /// One that there is no file for gives English texts, with that language's numbers.
    void choose(const QString &code);

    /// As it was chosen; empty: the system's.
    [[nodiscard]] const QString &chosen() const { return m_chosen; }

    /// True when `code` names a language, whether or not the program speaks it.
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
