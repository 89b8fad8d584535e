-- The index of an archive. docs/archive.md describes every table and view here; a test holds the two together.
-- Days are ISO text (2023-12-07), offsets are of articles.text in Unicode code points, lists are joined by "; ".
-- A change here is a new SCHEMA in schema.py: an index of another number is made anew.

-- Administrative units that the archive names, and those above them.
CREATE TABLE units (
    id TEXT PRIMARY KEY,                 -- era and code: old-893, new-91
    code TEXT NOT NULL,                  -- code of Decision 124/2004/QD-TTg
    era TEXT NOT NULL,                   -- old: to 30 June 2025; new: from 1 July 2025
    level TEXT NOT NULL,                 -- province, district, commune
    name TEXT NOT NULL,
    name_plain TEXT NOT NULL,            -- without diacritics and case, for searching
    above_id TEXT REFERENCES units(id),
    district TEXT,                       -- name of the district it is or lies in
    province TEXT NOT NULL,              -- name of the province it is or lies in
    valid_from TEXT,
    valid_to TEXT
);

-- One row for each press story, however many outlets printed it.
CREATE TABLE stories (
    id TEXT PRIMARY KEY,                 -- id of the article that stands for the story
    title TEXT,
    first_day TEXT,
    last_day TEXT,
    articles INTEGER NOT NULL
);

CREATE TABLE articles (
    id TEXT PRIMARY KEY,                 -- 16 hex digits of the content's checksum
    number INTEGER NOT NULL UNIQUE,      -- rowid of the full-text index
    story_id TEXT REFERENCES stories(id),
    title TEXT,
    outlet TEXT,
    author TEXT,
    published TEXT,                      -- as the article gives it
    day TEXT,                            -- day of publication
    year INTEGER,
    month TEXT,                          -- 2023-12
    province TEXT,                       -- the one that most of its places lie in
    source TEXT,                         -- file or address that it was read from
    characters INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX articles_day ON articles(day);
CREATE INDEX articles_story ON articles(story_id);
CREATE INDEX articles_province ON articles(province, year);
CREATE INDEX articles_outlet ON articles(outlet);
-- What the search box asks of thousands of articles at once, apart from their long rows.
CREATE INDEX articles_facets ON articles(number, id, day, year, province, outlet);

CREATE TABLE dates (
    id TEXT PRIMARY KEY,                 -- article and fact: 000bac5f5e181b3e-d1
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,                  -- id within the record: d1
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    kind TEXT NOT NULL,
    date_from TEXT,
    date_to TEXT,
    timex TEXT,
    calendar TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX dates_article ON dates(article_id);
CREATE INDEX dates_from ON dates(date_from);

-- One person, over all articles that name them in a body.
CREATE TABLE people (
    id TEXT PRIMARY KEY,                 -- le-huu-nghi-3fa2c1
    name TEXT NOT NULL,
    name_plain TEXT NOT NULL,
    body TEXT,                           -- the body named most, to tell namesakes apart
    first_day TEXT,
    last_day TEXT,
    articles INTEGER NOT NULL
);
CREATE INDEX people_name ON people(name_plain);

-- A named person in office, as one article tells of them.
CREATE TABLE officials (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,
    person_id TEXT REFERENCES people(id),
    name TEXT NOT NULL,
    start_char INTEGER,                  -- first mention
    end_char INTEGER,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX officials_article ON officials(article_id);
CREATE INDEX officials_person ON officials(person_id);

CREATE TABLE positions (
    id TEXT PRIMARY KEY,                 -- official and number: 000bac5f5e181b3e-o1-1
    article_id TEXT NOT NULL REFERENCES articles(id),
    official_id TEXT NOT NULL REFERENCES officials(id),
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    title TEXT NOT NULL,
    organization TEXT,                   -- as printed
    organization_full TEXT,              -- with the place that the article settles
    branch TEXT,
    level TEXT,
    former INTEGER NOT NULL              -- 1: held before the article was published
);
CREATE INDEX positions_official ON positions(official_id);
CREATE INDEX positions_article ON positions(article_id, organization_full, organization);

-- Places as one article names them.
CREATE TABLE places (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,
    unit_id TEXT REFERENCES units(id),   -- NULL where the article does not settle which unit is meant
    name TEXT NOT NULL,
    level TEXT,
    ambiguous INTEGER NOT NULL,
    candidates TEXT,                     -- codes, joined by "; "
    mentions INTEGER NOT NULL,
    start_char INTEGER,
    end_char INTEGER,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX places_article ON places(article_id);
CREATE INDEX places_unit ON places(unit_id);

-- Counts of mô hình; other_counts has the same columns for counts of other nouns.
CREATE TABLE model_counts (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    noun TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    qualifier TEXT NOT NULL,
    theme TEXT,
    place TEXT,                          -- as printed
    unit_id TEXT REFERENCES units(id),
    fields TEXT,
    counted TEXT,
    status TEXT,
    date_from TEXT,
    date_to TEXT,
    year INTEGER,                        -- of date_to, else of date_from, else of publication
    part_of TEXT REFERENCES model_counts(id),
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX model_counts_article ON model_counts(article_id);
CREATE INDEX model_counts_unit ON model_counts(unit_id, year);

CREATE TABLE other_counts (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    noun TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    qualifier TEXT NOT NULL,
    theme TEXT,
    place TEXT,
    unit_id TEXT REFERENCES units(id),
    fields TEXT,
    counted TEXT,
    status TEXT,
    date_from TEXT,
    date_to TEXT,
    year INTEGER,
    part_of TEXT REFERENCES other_counts(id),
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX other_counts_article ON other_counts(article_id);
CREATE INDEX other_counts_unit ON other_counts(unit_id);

-- Models called by their name.
CREATE TABLE named_models (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    name TEXT NOT NULL,
    theme TEXT,
    place TEXT,
    unit_id TEXT REFERENCES units(id),
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX named_models_article ON named_models(article_id);
CREATE INDEX named_models_unit ON named_models(unit_id);

-- The taxonomy of awards, from the knowledge of the awards stage.
CREATE TABLE award_kinds (
    code TEXT PRIMARY KEY,
    vi TEXT NOT NULL,
    en TEXT NOT NULL,
    kind_group TEXT NOT NULL,
    source TEXT
);

CREATE TABLE awards (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    fact TEXT NOT NULL,
    text TEXT,                           -- first mention
    start_char INTEGER,
    end_char INTEGER,
    award TEXT NOT NULL,
    name TEXT,
    rank TEXT,
    kind_code TEXT REFERENCES award_kinds(code),
    conferred_by TEXT,
    reason TEXT,
    status TEXT NOT NULL,
    date_from TEXT,
    date_to TEXT,
    event_date TEXT,
    year INTEGER,                        -- of the event, else of date_to, else of publication
    part_of TEXT REFERENCES awards(id),
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX awards_article ON awards(article_id, kind_code, award);
CREATE INDEX awards_kind ON awards(kind_code, year);

CREATE TABLE recipients (
    id TEXT PRIMARY KEY,                 -- award and number: 000bac5f5e181b3e-a1-1
    article_id TEXT NOT NULL REFERENCES articles(id),
    award_id TEXT NOT NULL REFERENCES awards(id),
    count INTEGER,
    kind TEXT,                           -- individual, collective
    text TEXT,
    names TEXT                           -- joined by "; "
);
CREATE INDEX recipients_award ON recipients(award_id);
CREATE INDEX recipients_article ON recipients(article_id);

-- All words behind the facts: their mentions (slot is NULL), and the words that a slot was read from.
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles(id),
    kind TEXT NOT NULL,                  -- table of the fact
    fact_id TEXT NOT NULL,               -- its id there
    slot TEXT,
    text TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL
);
CREATE INDEX mentions_article ON mentions(article_id);
CREATE INDEX mentions_fact ON mentions(fact_id);

-- ---------------------------------------------------------------- views

-- Every fact of every kind.
CREATE VIEW facts AS
    SELECT id, article_id, 'dates' AS kind, text, start_char, end_char, rule, confidence FROM dates
    UNION ALL SELECT id, article_id, 'officials', name, start_char, end_char, rule, confidence FROM officials
    UNION ALL SELECT id, article_id, 'model_counts', text, start_char, end_char, rule, confidence FROM model_counts
    UNION ALL SELECT id, article_id, 'other_counts', text, start_char, end_char, rule, confidence FROM other_counts
    UNION ALL SELECT id, article_id, 'named_models', text, start_char, end_char, rule, confidence FROM named_models
    UNION ALL SELECT id, article_id, 'awards', text, start_char, end_char, rule, confidence FROM awards
    UNION ALL SELECT id, article_id, 'places', name, start_char, end_char, rule, confidence FROM places;

-- Counts of models with their units and articles; a story printed by several outlets is told once.
CREATE VIEW models_told AS
    SELECT m.id, m.year, u.province, u.district, u.level, u.name AS unit, m.unit_id, m.place, m.theme, m.fields,
        m.counted, m.value, m.low, m.high, m.qualifier, m.status, m.date_from, m.date_to, m.part_of, m.text,
        m.confidence, a.id AS article_id, a.story_id, a.day, a.title, a.outlet
    FROM model_counts m JOIN articles a ON a.id = m.article_id LEFT JOIN units u ON u.id = m.unit_id
    WHERE a.story_id = a.id;

-- Awards with their kinds and articles; a story printed by several outlets is told once.
CREATE VIEW awards_told AS
    SELECT w.id, w.year, k.vi AS kind, k.en AS kind_en, k.kind_group, w.kind_code, w.award, w.name, w.rank,
        w.conferred_by, w.reason, w.status, w.date_from, w.date_to, w.event_date, w.part_of, w.text, w.confidence,
        (SELECT sum(coalesce(r.count, 1)) FROM recipients r WHERE r.award_id = w.id) AS recipients,
        (SELECT group_concat(coalesce(r.names, r.text), '; ') FROM recipients r WHERE r.award_id = w.id) AS received_by,
        a.id AS article_id, a.story_id, a.day, a.title, a.outlet, a.province
    FROM awards w JOIN articles a ON a.id = w.article_id LEFT JOIN award_kinds k ON k.code = w.kind_code
    WHERE a.story_id = a.id;

-- Who is told to hold which position, in each article.
CREATE VIEW positions_told AS
    SELECT p.id, o.person_id, o.name, p.title, coalesce(p.organization_full, p.organization) AS organization,
        p.branch, p.level, p.former, p.text, o.confidence, o.id AS official_id, a.id AS article_id, a.story_id, a.day,
        a.title AS article_title, a.outlet
    FROM positions p JOIN officials o ON o.id = p.official_id JOIN articles a ON a.id = p.article_id;

-- The timeline of positions of each person: the days between which articles tell of it.
CREATE VIEW positions_held AS
    SELECT person_id, min(name) AS name,
        CASE WHEN former AND title LIKE 'nguyên %' THEN substr(title, 8)
             WHEN former AND title LIKE 'cựu %' THEN substr(title, 5)
             WHEN former AND title LIKE 'cố %' THEN substr(title, 4) ELSE title END AS title,
        organization, max(branch) AS branch, max(level) AS level,
        min(CASE WHEN former = 0 THEN day END) AS first_told, max(CASE WHEN former = 0 THEN day END) AS last_told,
        min(CASE WHEN former = 1 THEN day END) AS former_by, count(DISTINCT story_id) AS stories
    FROM positions_told WHERE person_id IS NOT NULL
    GROUP BY person_id, 3 COLLATE NOCASE, organization COLLATE NOCASE;

-- What is told of a unit, day by day: the articles that name it, its models, the awards of articles that name it.
CREATE VIEW place_timeline AS
    SELECT p.unit_id, u.name AS unit, a.day, 'article' AS kind, a.title AS what, a.id AS article_id, a.id AS fact_id
    FROM places p JOIN articles a ON a.id = p.article_id JOIN units u ON u.id = p.unit_id WHERE a.story_id = a.id
    UNION ALL
    SELECT m.unit_id, u.name, coalesce(m.date_to, a.day), 'model_count', m.text || coalesce(': ' || m.theme, ''),
        a.id, m.id
    FROM model_counts m JOIN articles a ON a.id = m.article_id JOIN units u ON u.id = m.unit_id
    WHERE a.story_id = a.id
    UNION ALL
    SELECT n.unit_id, u.name, a.day, 'named_model', n.name, a.id, n.id
    FROM named_models n JOIN articles a ON a.id = n.article_id JOIN units u ON u.id = n.unit_id
    WHERE a.story_id = a.id
    UNION ALL
    SELECT p.unit_id, u.name, coalesce(w.event_date, a.day), 'award', w.text, a.id, w.id
    FROM awards w JOIN articles a ON a.id = w.article_id JOIN places p ON p.article_id = a.id
        JOIN units u ON u.id = p.unit_id
    WHERE a.story_id = a.id;

-- ---------------------------------------------------------------- what the index keeps for itself

CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);

-- The files that were read, and every line of them: what has not changed is not read again.
CREATE TABLE index_files (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL
);
CREATE TABLE index_lines (
    file_id INTEGER NOT NULL REFERENCES index_files(id), line INTEGER NOT NULL,
    checksum BLOB NOT NULL, article_id TEXT NOT NULL,
    PRIMARY KEY (file_id, line)
) WITHOUT ROWID;

-- The record of an article as boctin.archive.record gives it back, without its text, deflated; and its MinHash.
CREATE TABLE index_records (
    article_id TEXT PRIMARY KEY REFERENCES articles(id), checksum BLOB NOT NULL, record BLOB NOT NULL, minhash BLOB
) WITHOUT ROWID;

-- Full text: the article as it is printed, and without diacritics. The words themselves stay in articles.
CREATE VIEW index_search_source AS
    SELECT number, title, text, title AS title_plain, text AS text_plain FROM articles;
CREATE VIRTUAL TABLE article_search USING fts5(
    title, text, title_plain, text_plain, content='index_search_source', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0"
);
