// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/csvtable.h"
#include "workspace/foreignobject.h"
#include "workspace/importnames.h"
#include "workspace/importstrings.h"
#include "workspace/jsonparser.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"
#include "workspace/textvariables.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype LongestGroup = 200;
/// Rows above the heading: a title, a date, an empty line.
constexpr qsizetype MostTitleRows = 10;

bool isUrlCell(const QString &cell)
{
    const QString text = cell.trimmed();
    return text.startsWith(QLatin1String("ws://"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("wss://"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

/// Whether a setting can have this text. A number can be text: "2" is Socket.IO's heartbeat.
bool isTextFor(const ProfileField &field, const QString &cell)
{
    JsonValue object = JsonValue::object();
    object.set(field.key, JsonValue::string(cell));
    ReadLog log;
    ObjectReader reader(object, {}, &log);
    ProfileSettings settings;
    field.read(reader, settings);
    return log.problems.isEmpty();
}

bool isEnabledColumn(const QString &folded)
{
    static const QStringList names = {QStringLiteral("enabled"), QStringLiteral("active"),
                                      QStringLiteral("aktiv"), QStringLiteral("aktiviert"),
                                      QString::fromUtf8("启用")};
    return names.contains(folded);
}

/// A spreadsheet's booleans in the languages that it may use; nullopt for anything else.
std::optional<bool> booleanOf(const QString &cell)
{
    static const QStringList yes = {
        QStringLiteral("true"), QStringLiteral("1"),         QStringLiteral("yes"),
        QStringLiteral("on"),   QStringLiteral("y"),         QStringLiteral("x"),
        QStringLiteral("wahr"), QStringLiteral("ja"),        QStringLiteral("vrai"),
        QStringLiteral("oui"),  QStringLiteral("verdadero"), QStringLiteral("vero"),
        QStringLiteral("waar"), QString::fromUtf8("истина"), QString::fromUtf8("是"),
        QString::fromUtf8("真")};
    static const QStringList no = {
        QStringLiteral("false"), QStringLiteral("0"),      QStringLiteral("no"),
        QStringLiteral("off"),   QStringLiteral("n"),      QStringLiteral("falsch"),
        QStringLiteral("nein"),  QStringLiteral("faux"),   QStringLiteral("non"),
        QStringLiteral("falso"), QStringLiteral("onwaar"), QString::fromUtf8("ложь"),
        QString::fromUtf8("否"), QString::fromUtf8("假")};
    const QString folded = cell.trimmed().toLower();
    if (yes.contains(folded))
        return true;
    return no.contains(folded) ? std::optional(false) : std::nullopt;
}

/// "0,5" from a German spreadsheet is a number, and so is "٠٫٥" from an Arabic one.
std::optional<double> numberOfCell(QString cell)
{
    for (QChar &c : cell)
        if (c.digitValue() >= 0)
            c = QChar(u'0' + c.digitValue());
        else if (c == QChar(0x066B)) // Arabic decimal separator
            c = u'.';
    if (cell.count(u',') == 1 && !cell.contains(u'.'))
        cell.replace(u',', u'.');
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// A table whose columns are named like the keys of a workspace, or as other programs name them.
class CsvReader
{
public:
    explicit CsvReader(const ImportOptions &options)
        : m_options(options)
    {
        m_result.format = ImportStrings::tr("table");
    }

    ImportResult read(const QString &text)
    {
        m_table = readCsvTable(text);
        if (!m_table.complaint.isEmpty())
            m_result.refuse({}, m_table.complaint);
        if (m_table.rows.isEmpty())
            return std::move(m_result);
        const qsizetype head = findHead();
        for (qsizetype i = 0; i < std::max<qsizetype>(head, 0); ++i)
            m_result.note(ImportNote::Kind::Ignored, placeOf(m_table.rows[i]),
                          ImportStrings::tr("a line above the table's head"));
        if (head >= 0)
            takeHead(m_table.rows[head]);
        if (!findUrlColumn(head + 1))
            return std::move(m_result);
        for (const CsvRow &row : m_table.rows.mid(head + 1))
            this->row(row);
        return std::move(m_result);
    }

private:
    static QString placeOf(const CsvRow &row) { return ImportStrings::tr("line %1").arg(row.line); }

    [[nodiscard]] bool isKnownColumn(const QString &folded) const
    {
        static const QStringList own = {QStringLiteral("group"),   QStringLiteral("tags"),
                                        QStringLiteral("headers"), QStringLiteral("token"),
                                        QStringLiteral("bearer"),  QStringLiteral("subprotocols")};
        return urlNames().contains(folded) || nameNames().contains(folded) || isEnabledColumn(folded) ||
               own.contains(folded) || fieldOf(folded);
    }

    [[nodiscard]] const ProfileField *fieldOf(const QString &folded) const
    {
        for (const ProfileField &field : m_fields) {
            const QString path = foldedImportName(field.path());
            // "Ping Interval" and "ping_interval_s"
            if (folded == path ||
                (path.endsWith(u's') && field.key.endsWith(QLatin1String("_s")) && folded == path.chopped(1)))
                return &field;
        }
        return nullptr;
    }

    /// The heading is the first row with a known column; a table may have none (-1).
    [[nodiscard]] qsizetype findHead() const
    {
        for (qsizetype i = 0; i < std::min(m_table.rows.size(), MostTitleRows); ++i) {
            const QStringList &cells = m_table.rows[i].cells;
            if (std::any_of(cells.cbegin(), cells.cend(), isUrlCell))
                return i - 1 < 0 ? -1 : headAbove(i);
            if (std::any_of(cells.cbegin(), cells.cend(),
                            [this](const QString &cell) { return isKnownColumn(foldedImportName(cell)); }) &&
                cells.size() > 1)
                return i;
        }
        return m_table.rows.first().cells.size() > 1 ? 0 : -1;
    }

    /// The row above the first one with a URL, however many cells it has: cells beyond it are reported.
    [[nodiscard]] static qsizetype headAbove(qsizetype first) { return first - 1; }

    void takeHead(const CsvRow &head)
    {
        for (const QString &cell : head.cells) {
            m_heads.append(cell.trimmed());
            m_columns.append(foldedImportName(cell));
        }
    }

    [[nodiscard]] QString headOf(qsizetype column) const
    {
        const QString head = m_heads.value(column);
        return head.isEmpty() ? ImportStrings::tr("column %1").arg(column + 1) : head.left(60);
    }

    /// By its name, by the user's choice, or by its contents.
    bool findUrlColumn(qsizetype firstRow)
    {
        for (qsizetype i = 0; i < m_columns.size() && m_url < 0; ++i)
            if (m_columns[i] == QStringLiteral("url"))
                m_url = i;
        for (qsizetype i = 0; i < m_columns.size() && m_url < 0; ++i)
            if (urlNames().contains(m_columns[i]))
                m_url = i;
        if (m_options.urlColumn)
            m_url = *m_options.urlColumn;
        if (m_url >= 0)
            return true;
        QHash<qsizetype, qsizetype> urls;
        qsizetype widest = m_columns.size();
        for (const CsvRow &row : m_table.rows.mid(firstRow)) {
            widest = std::max(widest, row.cells.size());
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                urls[i] += isUrlCell(row.cells[i]) ? 1 : 0;
        }
        qsizetype most = 0;
        for (qsizetype i = 0; i < widest; ++i) {
            if (urls.value(i) > most) {
                most = urls.value(i);
                m_url = i;
            }
        }
        if (m_columns.isEmpty()) {
            // Without a heading, the first other column can only be the name.
            for (qsizetype i = 0; i < widest; ++i)
                m_columns.append(i != m_url && !m_columns.contains(QStringLiteral("name"))
                                     ? QStringLiteral("name")
                                     : QString());
        }
        if (m_url >= 0) {
            m_result.note(ImportNote::Kind::Changed, headOf(m_url),
                          ImportStrings::tr("this column is taken for the URLs, because it has some"));
            return true;
        }
        for (qsizetype i = 0; i < widest; ++i)
            m_result.columns.append(headOf(i));
        m_result.refuse({}, ImportStrings::tr("no column of the table has URLs, or is called “url”"));
        return false;
    }

    void row(const CsvRow &row)
    {
        ProfileBuilder builder(placeOf(row));
        JsonValue settings = JsonValue::object();
        QString group;
        m_complaint.clear();
        const qsizetype last = lastCell(row);
        for (qsizetype i = 0; i <= last; ++i) {
            const QString place = QStringLiteral("%1, %2").arg(builder.place(), headOf(i));
            const QString cell = withVariables(withoutFormulaQuote(row.cells[i].trimmed()), place, builder);
            if (i >= m_columns.size() && !m_columns.isEmpty()) {
                // An unquoted comma has split a value: there is no way to tell which.
                m_complaint =
                    ImportStrings::tr(
                        "it has %1 cells, the head only %2: a comma in a cell needs quotes around the cell")
                        .arg(last + 1)
                        .arg(m_columns.size());
                break;
            }
            if (i == m_url)
                url(cell, place, builder);
            else if (!cell.isEmpty())
                value(i, cell, place, builder, settings, group);
        }
        if (!builder.hasUrl() && m_complaint.isEmpty())
            m_complaint = ImportStrings::tr("it has no URL");
        ReadLog log;
        ObjectReader reader(settings, {}, &log);
        ProfileSettings told;
        readSettings(m_fields, reader, told);
        builder.settings() = builder.settings().overlaidBy(told);
        if (!m_complaint.isEmpty())
            log.problems.prepend({{}, m_complaint});
        for (const Problem &problem : std::as_const(log.problems))
            m_result.refuse(builder.place(), problem.sentence());
        if (log.problems.isEmpty())
            builder.buildInto(m_result, group);
    }

    /// Replaces variables whose values were given besides the table.
    QString withVariables(QString cell, const QString &place, ProfileBuilder &builder) const
    {
        const auto used = [&](const QString &name) {
            builder.note(
                ImportNote::Kind::Changed, place,
                ImportStrings::tr("%1 was replaced by its value, from the variables next to it").arg(name));
        };
        expandTemplateVariables(cell, m_options.variables, used);
        expandShellVariables(cell, m_options.variables, used);
        return cell;
    }

    void url(const QString &cell, const QString &place, ProfileBuilder &builder)
    {
        const QString missing = missingShellVariable(cell);
        if (!missing.isEmpty()) {
            m_result.addUnknownVariable(missing);
            m_complaint = ImportStrings::tr("the variable %1 in the URL has no value here").arg(missing);
        } else {
            setTypedUrl(builder, cell, place);
        }
    }

    /// The last one that is not empty.
    static qsizetype lastCell(const CsvRow &row)
    {
        qsizetype last = row.cells.size() - 1;
        while (last >= 0 && row.cells[last].trimmed().isEmpty())
            --last;
        return last;
    }

    void value(qsizetype index, const QString &cell, const QString &place, ProfileBuilder &builder,
               JsonValue &settings, QString &group)
    {
        const QString column = m_columns.value(index);
        if (nameNames().contains(column)) {
            builder.setName(cell);
        } else if (column == QStringLiteral("group")) {
            group = cell.left(LongestGroup);
            if (group != cell)
                builder.note(ImportNote::Kind::Changed, place, ImportStrings::tr("it was shortened"));
        } else if (isEnabledColumn(column)) {
            if (const auto enabled = booleanOf(cell))
                builder.profile().enabled = *enabled;
            else
                m_complaint =
                    ImportStrings::tr("%1: “%2” is neither true nor false").arg(headOf(index), cell.left(30));
        } else if (column == QStringLiteral("tags")) {
            static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
            for (const QString &tag : cell.split(separators, Qt::SkipEmptyParts))
                if (!builder.profile().tags.contains(tag))
                    builder.profile().tags.append(tag);
        } else if (column == QStringLiteral("token") || column == QStringLiteral("bearer")) {
            builder.setBearer(cell);
        } else if (column == QStringLiteral("headers")) {
            settings.set(QStringLiteral("headers"), headersOf(cell, place, builder));
        } else if (column == QStringLiteral("subprotocols")) {
            builder.addSubprotocols(cell);
        } else if (const ProfileField *field = fieldOf(column)) {
            put(*field, cell, settings);
        } else if (column.isEmpty() && m_heads.value(index).isEmpty()) {
            builder.ignore(place, ImportStrings::tr("this column has no name"));
        } else {
            builder.ignore(place, ImportStrings::tr("this column is not known here"));
        }
    }

    /// One header per line.
    static JsonValue headersOf(const QString &cell, const QString &place, ProfileBuilder &builder)
    {
        JsonValue list = JsonValue::array();
        for (const QString &line : cell.split(u'\n', Qt::SkipEmptyParts)) {
            const qsizetype colon = line.indexOf(u':');
            if (colon < 1) {
                builder.ignore(place, ImportStrings::tr("it has no colon"));
                continue;
            }
            const JsonValue pair = JsonValue::array({JsonValue::string(line.left(colon).trimmed()),
                                                     JsonValue::string(line.mid(colon + 1).trimmed())});
            list.append({{}, {}, {}, pair, {}});
        }
        return list;
    }

    static void put(const ProfileField &field, const QString &cell, JsonValue &settings)
    {
        JsonValue *target = &settings;
        if (!field.section.isEmpty()) {
            if (!settings.find(field.section))
                settings.set(field.section, JsonValue::object());
            target = &settings.find(field.section)->value;
        }
        target->set(field.key, jsonFor(field, cell));
    }

    static bool takes(const ProfileField &field, const JsonValue &value)
    {
        JsonValue object = JsonValue::object();
        object.set(field.key, value);
        ReadLog log;
        ObjectReader reader(object, {}, &log);
        ProfileSettings settings;
        field.read(reader, settings);
        return log.problems.isEmpty();
    }

    /// A cell as JSON, so that the rules of the workspace file also apply to tables. Spreadsheets write
    /// values in their own way: FALSE, WAHR, 1, "0,5".
    static JsonValue jsonFor(const ProfileField &field, const QString &cell)
    {
        const QString lower = cell.toLower();
        if (lower == QStringLiteral("null") || (lower == QStringLiteral("off") && takes(field, JsonValue())))
            return {};
        if (isTextFor(field, cell))
            return JsonValue::string(cell);
        // The parts of a dialogue.
        if (cell.startsWith(u'{') || cell.startsWith(u'[')) {
            if (const Result<JsonDocument> json = parseJson(cell.toUtf8()))
                return json.value().root;
        }
        if (const auto flag = booleanOf(cell); flag && takes(field, JsonValue::boolean(*flag)))
            return JsonValue::boolean(*flag);
        if (const auto number = numberOfCell(cell))
            return JsonValue::number(*number);
        // Words: "Close", "IPV4"
        if (isTextFor(field, lower))
            return JsonValue::string(lower);
        return JsonValue::string(cell);
    }

    const ImportOptions &m_options;
    const std::vector<ProfileField> m_fields = profileFields();
    CsvTable m_table;
    QStringList m_heads;
    QStringList m_columns; ///< folded
    qsizetype m_url = -1;
    QString m_complaint;
    ImportResult m_result;
};

} // namespace

ImportResult importCsv(const QString &text, const ImportOptions &options)
{
    return CsvReader(options).read(text);
}

} // namespace Pongwatch
