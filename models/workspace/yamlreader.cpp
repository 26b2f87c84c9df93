// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/yamlreader.h"

#include "workspace/importstrings.h"

#include <QHash>
#include <QRegularExpression>

#include <yaml.h>

namespace Pongwatch
{

namespace
{

QString textOfYaml(const yaml_char_t *text, size_t length)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), static_cast<qsizetype>(length));
}

/// YAML 1.2.2, 10.3.2, for unquoted scalars.
JsonValue plainScalar(const QString &text)
{
    static const QStringList nulls = {QString(), QStringLiteral("~"), QStringLiteral("null"),
                                      QStringLiteral("Null"), QStringLiteral("NULL")};
    if (nulls.contains(text))
        return {};
    if (text == QStringLiteral("true") || text == QStringLiteral("True") || text == QStringLiteral("TRUE"))
        return JsonValue::boolean(true);
    if (text == QStringLiteral("false") || text == QStringLiteral("False") || text == QStringLiteral("FALSE"))
        return JsonValue::boolean(false);
    static const QRegularExpression number(
        QStringLiteral("^-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?$"));
    if (number.match(text).hasMatch())
        return JsonValue::fromToken(JsonValue::Kind::Number, text.toLatin1());
    return JsonValue::string(text);
}

/// libyaml's parser, and the tree built from its events.
class YamlTree
{
public:
    YamlTree(const QByteArray &text, const JsonLimits &limits)
        : m_limits(limits)
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.constData()),
                                     static_cast<size_t>(text.size()));
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    }
    ~YamlTree() { yaml_parser_delete(&m_parser); }
    Q_DISABLE_COPY_MOVE(YamlTree)

    Result<JsonValue> read()
    {
        JsonValue root;
        bool done = false;
        while (!done && m_complaint.isEmpty()) {
            yaml_event_t event;
            if (!yaml_parser_parse(&m_parser, &event)) {
                const size_t line = m_parser.problem_mark.line + 1;
                m_complaint = ImportStrings::tr("line %1: %2")
                                  .arg(line)
                                  .arg(QString::fromUtf8(m_parser.problem ? m_parser.problem : "?"));
                break;
            }
            m_line = event.start_mark.line + 1;
            done = take(event, root);
            yaml_event_delete(&event);
        }
        if (!m_complaint.isEmpty())
            return Error{ImportStrings::tr("reading YAML"), {}, m_complaint};
        return root;
    }

private:
    struct Level {
        JsonValue value;
        QString key;
        bool hasKey = false;
        QString anchor;
    };

    /// Returns true at the end of the document.
    bool take(const yaml_event_t &event, JsonValue &root)
    {
        switch (event.type) {
        case YAML_SCALAR_EVENT: {
            const auto &scalar = event.data.scalar;
            const QString text = textOfYaml(scalar.value, scalar.length);
            const bool isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.plain_implicit;
            put(isPlain && !awaitsKey() ? plainScalar(text) : JsonValue::string(text), root,
                anchorOf(scalar.anchor), 1);
            return false;
        }
        case YAML_MAPPING_START_EVENT:
            open(JsonValue::object(), anchorOf(event.data.mapping_start.anchor));
            return false;
        case YAML_SEQUENCE_START_EVENT:
            open(JsonValue::array(), anchorOf(event.data.sequence_start.anchor));
            return false;
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT: {
            Level level = std::move(m_levels.back());
            m_levels.pop_back();
            put(std::move(level.value), root, level.anchor, 0);
            return false;
        }
        case YAML_ALIAS_EVENT:
            alias(textOfYaml(event.data.alias.anchor,
                             qstrlen(reinterpret_cast<const char *>(event.data.alias.anchor))),
                  root);
            return false;
        case YAML_DOCUMENT_END_EVENT:
        case YAML_STREAM_END_EVENT:
            return true;
        default:
            return false;
        }
    }

    static QString anchorOf(const yaml_char_t *anchor)
    {
        return anchor ? QString::fromUtf8(reinterpret_cast<const char *>(anchor)) : QString();
    }

    [[nodiscard]] bool awaitsKey() const
    {
        return !m_levels.empty() && m_levels.back().value.kind() == JsonValue::Kind::Object &&
               !m_levels.back().hasKey;
    }

    void open(JsonValue value, const QString &anchor)
    {
        if (awaitsKey())
            complain(ImportStrings::tr("a key must be a text"));
        else if (static_cast<int>(m_levels.size()) >= m_limits.depth)
            complain(ImportStrings::tr("it is nested too deeply"));
        else if (++m_count > m_limits.values)
            complain(ImportStrings::tr("there are too many values"));
        else
            m_levels.push_back({std::move(value), {}, false, anchor});
    }

    void put(JsonValue value, JsonValue &root, const QString &anchor, qsizetype count)
    {
        m_count += count;
        if (m_count > m_limits.values) {
            complain(ImportStrings::tr("there are too many values"));
            return;
        }
        if (!anchor.isEmpty())
            m_anchors.insert(anchor, value);
        if (m_levels.empty()) {
            root = std::move(value);
            return;
        }
        Level &level = m_levels.back();
        if (level.value.kind() == JsonValue::Kind::Array) {
            level.value.append({{}, {}, {}, std::move(value), {}});
        } else if (!level.hasKey) {
            level.key = value.toString();
            level.hasKey = true;
        } else {
            level.value.children().push_back({{}, quoteJson(level.key), {}, std::move(value), {}});
            level.hasKey = false;
        }
    }

    void alias(const QString &name, JsonValue &root)
    {
        const auto found = m_anchors.constFind(name);
        if (found == m_anchors.constEnd()) {
            complain(ImportStrings::tr("the alias *%1 has no anchor").arg(name.left(40)));
            return;
        }
        if (awaitsKey() && found->kind() != JsonValue::Kind::String) {
            complain(ImportStrings::tr("a key must be a text"));
            return;
        }
        put(*found, root, {}, sizeOf(*found));
    }

    static qsizetype sizeOf(const JsonValue &value)
    {
        qsizetype size = 1;
        for (const JsonMember &member : value.children())
            size += sizeOf(member.value);
        return size;
    }

    void complain(const QString &text)
    {
        if (m_complaint.isEmpty())
            m_complaint = ImportStrings::tr("line %1: %2").arg(m_line).arg(text);
    }

    yaml_parser_t m_parser{};
    JsonLimits m_limits;
    std::vector<Level> m_levels;
    QHash<QString, JsonValue> m_anchors;
    qsizetype m_count = 0;
    size_t m_line = 1;
    QString m_complaint;
};

} // namespace

Result<JsonValue> parseYaml(const QByteArray &text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return Error{ImportStrings::tr("reading YAML"), {}, ImportStrings::tr("it is too long")};
    return YamlTree(text, limits).read();
}

} // namespace Pongwatch
