"""The joints of names and offices as patterns, built from grammar.toml."""

import regex

from boctin.phrases import alternatives
from boctin.reading import reading_of
from boctin.stages.officials.knowledge import Grammar


def any_of(words: list[str]) -> str:
    """An alternation of words, the longest first, for patterns without case; a space in a word is any white space."""
    return alternatives((reading_of(word).lower() for word in words), space=r"\s+")


def _compiled(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(pattern, regex.IGNORECASE)


class JointPatterns:
    """What may stand between a name and an office, and before an office whose holder stands further off."""

    def __init__(self, grammar: Grammar) -> None:
        lead = rf"(?:(?:{any_of(grammar.leads)})(?!\p{{L}})[.,]?\s*+)"
        link = rf"(?:{any_of(grammar.links)})(?!\p{{L}})\s*:?\s*"
        adverbs = rf"(?:(?:{any_of(grammar.adverbs)})\s+){{0,3}}"
        acronym = r"(?:\s+khóa\s+(?:[IVX]+|\d+))?(?:\s*\([\p{Lu}&\d .-]{2,15}\))?"
        aside = rf"(?:[,:(-]\s*(?:{'|'.join(grammar.asides)})\s*\)?\s*)?"
        staff = rf"(?:\s*[,-]\s*(?:{any_of(grammar.staff)})(?!\p{{L}})[^,;()\n]{{0,60}}(?=,))?"
        # A rank, a degree or an honour told after the name: "ông Lê Văn An, Đại tá, Giám đốc Công an tỉnh".
        graced = any_of([*grammar.ranks, *grammar.honours])
        honoured = rf"(?:\s*[,-]\s*(?:{graced})(?!\p{{L}})[.]?(?=\s*[,-])){{0,3}}"
        bracket = r"(?:\([^()\n]{1,90}[,;]\s*(?:nay|hiện|hiện nay|nguyên|sau này)\s+là\s*|\([^()\n]{1,100}\)\s*)?"
        subject = any_of(grammar.subject_links)
        # "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh kiêm ...": offices of one person.
        between = any_of(grammar.between)
        year = r"(?:tháng\s+)?\d{1,2}[./-]\d{4}|(?:năm\s+)?\d{4}"
        # When an office was held: Thứ trưởng Bộ Công an (từ năm 2013 đến 2018), Bộ trưởng ...
        while_held = rf"(?:\s*\(?(?:(?:vào|từ|giai đoạn|nhiệm kỳ)\s+)?(?:{year})(?:\s*(?:-|đến)\s*(?:{year}|nay))?\)?)?"
        renamed = r"(?:\s*\((?:(?:nay|trước|sau)\s+là\s[^()\n]{3,60}|cũ|[\p{Lu}&.-]{2,12})\))?"
        # In brackets after an office, one held besides or since: "Giám đốc Bệnh viện X (khi bị bắt là ...".
        then = r"(?:(?:hiện|nay|hiện nay|sau này|trước đó|trước đây|(?:thời điểm|lúc|khi)(?:\s+[\p{Ll}\d/]++){0,6}?)\s+"
        since = rf"\s*\(\s*{then}(?:là|làm|giữ chức)\s+)?"
        numeral = r"(?:[IVX]+|\d{1,2})"
        terms = rf"(?:\s+(?:các\s+)?khóa\s+{numeral}(?:\s*(?:,|và|-)\s*{numeral}){{0,5}})?"
        self.joined = regex.compile(
            rf"{since}|{terms}{while_held}{renamed}(?:\s*[,;/&-]\s*(?:(?:{between})\s+)?|\s+(?:{between})\s+(?:là\s+)?)"
        )
        # Office, then name: "Chủ tịch UBND tỉnh (ông) Lê Văn An".
        charge = r"(?:\s+(?:phụ trách|đặc trách)\s[^,.;:()\n]{3,60}(?=\s))?"
        self.direct = _compiled(rf"{acronym}{charge}\s*(?:\"\s*)?{lead}*")
        self.led = regex.compile(r"\s+(?:ông|bà|đồng chí)\s+")
        self.next_of_list = regex.compile(r"\s+(?:Ông|Bà)\s+")
        # Office, a mark or "là", then name: "Chủ tịch UBND tỉnh là ông Lê Văn An".
        self.loose = _compiled(
            rf"{acronym}\s*(?:(?:[:(-]|hiện nay là|hiện tại là|là|gồm|:\s*-)\s*)(?:là\s+)?(?:các\s+)?{lead}+:?\s*"
            rf"|\s*(?:(?:khi|lúc|lúc bấy giờ|bấy)\s*(?:ấy|đó|giờ)?\s+là|là|gồm|:)\s*:?\s*{lead}*:?\s*"
        )
        # Office, then a comma and a rank or degree, or a dash, and the name; where no office of his own follows him.
        ranks = any_of(grammar.ranks)
        self.ranked = _compiled(
            rf"{acronym}\s*(?:,\s*(?:(?:{ranks})(?!\p{{L}})[.,]?\s*)+|-\s+(?:(?:{ranks})(?!\p{{L}})[.,]?\s*)*)"
        )
        # An office that opens its clause, and its holder between commas: "Theo Giám đốc Sở Y tế, bà Lê Thị An, ...".
        self.clause = _compiled(r"(?:^|[.!?;,\n\"]\s*|(?<!\p{L})(?:theo|dẫn lời|tương tự|trước đó|cùng ngày),?\s+)$")
        self.apposed = _compiled(rf"{acronym}\s*,\s*{lead}+")
        # "cuộc gặp với Thủ tướng New Zealand, bà Ann Wilson, và ..."
        self.among = _compiled(r"(?<!\p{L})(?:của|với|và|cùng|gồm|có)\s+$")
        self.ends = _compiled(r"\s*[,;.)]|\s+và\s")
        # "Theo Bộ trưởng, ông An còn là ...": an apposition to what someone says is closed by a mark.
        self.cited = _compiled(r"(?<!\p{L})(?:theo|dẫn lời),?\s+$")
        self.closed = _compiled(r"\s*[,:(-]")
        # Without "ông": "Phó Chủ tịch UBND tỉnh, Lê Thị An cho biết".
        self.sir = _compiled(rf"{acronym}\s*,\s*ngài\s+")
        # "Ông An: Tổng thống Mỹ sẵn sàng ..." tells what he says, "Ông An: Chủ tịch UBND tỉnh;" who he is.
        self.said = regex.compile(r"\s*[^\s,;.()/-]")
        self.predicate = _compiled(r"\s+(?-i:\p{Ll})")
        self.apposed_bare = _compiled(rf"{acronym}\s*,\s*")
        self.tells = _compiled(rf"\s*,?\s+(?:{any_of(grammar.telling)})(?!\p{{L}})|\s*:")
        # Name, then office: "ông Lê Văn An (50 tuổi), hiện là Chủ tịch UBND tỉnh".
        self.after = _compiled(
            rf"\s*{bracket}{aside}{honoured}{staff}\s*(?:[,:(-]\s*)?(?:[,-]\s*)?"
            rf"(?:{adverbs}{link}|(?:hiện|hiện nay|nay)\s+)?(?:tân\s+)?"
        )
        # "chồng của bà A | là Giám đốc": what follows the verb is not A's.
        self.kin = _compiled(rf"(?<!\p{{L}})(?:{any_of(grammar.kin)})\s+(?:của\s+|cho\s+)?{lead}?$")
        self.verb = _compiled(rf"\s*,?\s*{adverbs}{link}")
        # Two who took one office: "bà A và ông B được bầu làm Phó Chủ tịch Hội".
        self.together = _compiled(rf"\s*(?:,|và)\s+{lead}*")
        # No name at hand: a pronoun holds the office, or the subject of the sentence does.
        self.pronoun = _compiled(
            rf"(?<!\p{{L}})(?:{any_of(grammar.pronouns)})\s+{adverbs}(?:{any_of(grammar.be)}|{subject})\s*:?\s*$"
        )
        many = r"(?:giữ|đảm nhiệm|đảm nhận|qua)\s+(?:nhiều|các)\s+(?:vị trí|chức vụ|chức danh|cương vị|trọng trách)"
        self.subject = _compiled(rf"(?<!\p{{L}})(?:{subject}|{many}[^.;:\n]{{0,60}}(?:như|gồm|là|:)\s*:?)\s*$")
        # "Từng là Giám đốc Sở Y tế, trong nhiều năm, bà Lê Thị An ...": the holder is named next.
        as_one = r"(?:với|trên|ở)\s+(?:cương vị|vai trò|tư cách|vị trí)(?:\s+là)?"
        self.fronted = _compiled(rf"(?:^|[.!?\n]\s*)(?:{adverbs}(?:là|làm)|{as_one})\s+$")
        self.ahead = _compiled(rf"(?:\s[^,.;:!?\n]{{0,60}}+)?,\s+(?:[\p{{Ll}}\d\s]{{0,60}},\s+)?{lead}*")
        self.then = _compiled(rf"(?<!\p{{L}})(?:{any_of(grammar.then)})\s*$")
        # A sentence whose subject is a pronoun, or left out: "Năm 2015, ông vào Huế, ...", "Năm 2018, được bầu ...".
        pronoun = (
            rf"(?:\G|,\s+|(?<!\p{{L}})(?:khi|sau khi|và|rồi)\s+)(?:{any_of(grammar.pronouns)})\s+(?-i:(?=\p{{Ll}}))"
        )
        time = r"\G(?:đến |từ |vào |trong |cuối |đầu )?(?:năm|tháng|ngày|sau đó|tiếp đó|trước đó|từ đó)[^.,\n]{0,40}"
        self.he = _compiled(rf"{pronoun}|{time}(?:,\s+|\s)(?:được|giữ|làm|là|lên|trở thành)\s")
        # What a name that is the subject of its sentence stands after.
        self.opened = _compiled(rf"(?:^|[.!?\n\"]\s*|(?<!\p{{L}}){lead})$")
        # An office given or taken: "bổ nhiệm chức vụ Giám đốc Sở Y tế đối với bà Lê Thị An".
        self.appointing = _compiled(rf"(?<!\p{{L}})(?:{any_of(grammar.appointing)})\s+$")
        self.appointed = _compiled(rf"{acronym}{while_held}\s*,?\s+(?:đối với|với|cho|của)\s+{lead}+")
        # A life told as a list: "...; nguyên Bí thư Tỉnh ủy; ...".
        self.item = regex.compile(r";\s*$")
        self.item_end = regex.compile(r"[^;.\n]{0,40}[;.]")
        self.born = _compiled(r"(?<!\p{L})(?:sinh\s+(?:năm|ngày)|quê|trú)(?!\p{L})")
        # "các Phó Chủ tịch UBND tỉnh: A, B và C".
        self.plural = _compiled(r"(?:các|hai|ba|2|3|4|5)\s+(?:nguyên\s+|đồng chí\s+|ông\s+|bà\s+)?$")
        self.listed = _compiled(rf"\s*(?:,|và|;|,\s*và)\s*{lead}*")
