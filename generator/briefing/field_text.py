"""What a text field of briefing.yml says, as plain text: for feeds, metadata and lists."""

from generator.model.briefing import Briefing
from generator.text.plain import joined, one_line


def field_text(briefing: Briefing, field: str) -> str:
    """The field as the reader sees it, without its citations; `field` is its place
    (`standfirst`, `judgements/0/says`). Empty where there is none.
    """
    name = f"#{field}"
    for page in briefing.field_pages:
        if page.text.file.path.endswith(name):
            return one_line(joined(sentence.text for sentence in page.sentences))
    return ""
