// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language/languages.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Pongwatch
{

namespace
{

QString prefix()
{
    return QStringLiteral("pongwatch");
}

QString nameOf(const QString &code)
{
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    // "American English" would be more than "en" means.
    if (locale.language() == QLocale::English)
        return QStringLiteral("English");
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name.isEmpty() ? code : name;
}

} // namespace

Languages::Languages(QObject *parent)
    : QObject(parent)
    , m_folder(qEnvironmentVariable("PONGWATCH_TRANSLATIONS", QStringLiteral(":/i18n")))
{
}

Languages::~Languages() = default;

QList<Languages::Language> Languages::available() const
{
    QList<Language> languages{{QStringLiteral("en"), nameOf(QStringLiteral("en"))}};
    const QStringList files =
        QDir(m_folder).entryList({prefix() + QStringLiteral("_*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.mid(prefix().size() + 1).chopped(3);
        if (code != languages.first().code && isLanguage(code))
            languages.append({code, nameOf(code)});
    }
    return languages;
}

bool Languages::isLanguage(const QString &code)
{
    return QLocale(code).language() != QLocale::C;
}

void Languages::install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator.get());
        m_installed.push_back(std::move(translator));
    }
}

void Languages::choose(const QString &code)
{
    m_chosen = code;
    // With the system's language, use the numbers of the user's own country.
    const QLocale system = QLocale::system();
    const QLocale wanted(code);
    const bool asSystem = code.isEmpty() || wanted.language() == system.language();
    QLocale::setDefault(asSystem ? system : wanted);
    const QLocale spoken = code.isEmpty() ? system : wanted;

    m_installed.clear(); // this also uninstalls them
    // English first: it provides plurals for anything missing in the other language.
    install(QLocale(QLocale::English), prefix(), QStringLiteral(":/i18n"));
    if (spoken.language() != QLocale::English && spoken.language() != QLocale::C) {
        install(spoken, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(spoken, prefix(), m_folder);
    }
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        QGuiApplication::setLayoutDirection(spoken.textDirection());
    Q_EMIT changed();
}

} // namespace Pongwatch
